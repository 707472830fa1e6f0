package org.opora.documents.letters.web;

import java.util.List;
import org.opora.api.access.Subject;
import org.opora.api.addressees.Addressees;
import org.opora.api.bodies.Bodies;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.people.People;
import org.opora.api.text.Messages;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.documents.DocumentsModule;
import org.opora.documents.letters.application.LetterDesk;
import org.opora.documents.shared.web.AddresseeField;
import org.opora.documents.templates.application.FieldBook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The doors of letters. */
@Component
public final class LetterRoutes implements RouteSet {
  private static final String OF_FILE = "/files/{file}/letters";
  private final LetterPages pages;

  @Activate
  public LetterRoutes(
      @Reference LetterDesk desk,
      @Reference FieldBook fields,
      @Reference CaseFiles files,
      @Reference Addressees addressees,
      @Reference Bodies bodies,
      @Reference People people,
      @Reference Messages messages) {
    pages =
        new LetterPages(
            desk, fields, files, new AddresseeField(addressees, bodies, people), messages);
  }

  @Override
  public String module() {
    return DocumentsModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(OF_FILE + "/new", DocumentsModule.WRITE, pages::blank).about(LetterRoutes::file),
        Route.post(OF_FILE, DocumentsModule.WRITE, pages::write).about(LetterRoutes::file),
        Route.page("/documents/{document}/letter", DocumentsModule.READ, pages::seen));
  }

  private static Subject file(Request request) {
    return Subject.of(new CaseFileId(request.id("file")));
  }
}
