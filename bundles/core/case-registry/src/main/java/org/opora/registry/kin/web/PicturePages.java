package org.opora.registry.kin.web;

import java.util.Objects;
import org.opora.api.access.Subject;
import org.opora.api.files.CaseFiles;
import org.opora.api.people.People;
import org.opora.api.people.PersonView;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.kin.application.FamilyPicture;
import org.opora.registry.kin.application.PictureDesk;
import org.opora.registry.shared.web.Model;

/** The genogram and the picture of stays, of a person and of a file. */
final class PicturePages {
  private final People people;
  private final PictureDesk pictures;
  private final CaseFrame frame;

  PicturePages(People people, PictureDesk pictures, CaseFrame frame) {
    this.people = people;
    this.pictures = pictures;
    this.frame = frame;
  }

  Reply ofPerson(Request request) {
    PersonView person = KinPages.view(people, request);
    FamilyPicture picture = pictures.ofPerson(request.viewer(), person.id());
    shows(request, picture);
    return new Model()
        .with("person", person)
        .with("file", null)
        .with("picture", picture)
        .page("kin-genogram");
  }

  Reply ofFile(Request request) {
    CaseFiles.Header header = frame.header(request);
    FamilyPicture picture = pictures.ofFile(request.viewer(), header.id());
    shows(request, picture);
    return new Model()
        .with("person", null)
        .with("file", header)
        .with("picture", picture)
        .page("kin-genogram");
  }

  private static void shows(Request request, FamilyPicture picture) {
    request.shows(
        picture.people().stream()
            .map(FamilyPicture.Spoken::link)
            .filter(Objects::nonNull)
            .map(Subject::of)
            .toList());
  }

  Reply staysOfChild(Request request) {
    PersonView person = KinPages.view(people, request);
    request.shows(person.files().stream().map(file -> Subject.of(file.file())).toList());
    return new Model()
        .with("person", person)
        .with("file", null)
        .with("chart", pictures.staysOfChild(request.viewer(), person.id()))
        .page("kin-stays");
  }

  Reply staysInFile(Request request) {
    CaseFiles.Header header = frame.header(request);
    PictureDesk.Stays stays = pictures.staysInFile(request.viewer(), header.id());
    request.shows(stays.children().stream().map(Subject::of).toList());
    return new Model()
        .with("person", null)
        .with("file", header)
        .with("chart", stays.chart())
        .page("kin-stays");
  }
}
