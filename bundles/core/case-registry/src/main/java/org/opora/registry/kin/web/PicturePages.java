package org.opora.registry.kin.web;

import java.util.List;
import java.util.Objects;
import org.opora.api.access.Subject;
import org.opora.api.files.CaseFiles;
import org.opora.api.people.People;
import org.opora.api.people.PersonView;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.kin.application.FamilyPicture;
import org.opora.registry.kin.application.PictureDesk;
import org.opora.registry.kin.domain.Days;
import org.opora.registry.kin.domain.StayChart;
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

  /** The table below the picture. */
  Reply exportOfChild(Request request) {
    PersonView person = KinPages.view(people, request);
    request.shows(person.files().stream().map(file -> Subject.of(file.file())).toList());
    StayChart chart = pictures.staysOfChild(request.viewer(), person.id());
    return export(request, chart, "stays.family");
  }

  Reply exportInFile(Request request) {
    CaseFiles.Header header = frame.header(request);
    PictureDesk.Stays stays = pictures.staysInFile(request.viewer(), header.id());
    request.shows(stays.children().stream().map(Subject::of).toList());
    return export(request, stays.chart(), "stay.child");
  }

  private static Reply export(Request request, StayChart chart, String whose) {
    List<Line> lines =
        chart.rows().stream()
            .flatMap(row -> row.bars().stream().map(bar -> new Line(row.label(), bar.days())))
            .toList();
    return Reply.export(
        request,
        Sheet.of("stays", "stays.picture", lines)
            .text(whose, Line::label)
            .date("since", line -> line.days().from())
            .date("until", line -> line.days().until()));
  }

  /** One stay of whoever has the label. */
  private record Line(String label, Days days) {}
}
