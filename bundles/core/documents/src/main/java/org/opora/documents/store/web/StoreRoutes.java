package org.opora.documents.store.web;

import java.util.List;
import org.opora.api.access.Subject;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.text.Messages;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.documents.DocumentsModule;
import org.opora.documents.letters.application.LetterDesk;
import org.opora.documents.store.application.Filing;
import org.opora.documents.store.application.LimitBook;
import org.opora.documents.store.application.Shelf;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The doors of the documents. */
@Component
public final class StoreRoutes implements RouteSet {
  private static final String OF_FILE = "/files/{file}/documents";
  private static final String ONE = "/documents/{document}";
  private final ShelfPages shelf;
  private final FilingPages filing;
  private final LimitPages limits;

  @Activate
  public StoreRoutes(
      @Reference Shelf shelf,
      @Reference Filing filing,
      @Reference LimitBook limits,
      @Reference LetterDesk letters,
      @Reference CaseFiles files,
      @Reference Messages messages) {
    this.shelf = new ShelfPages(shelf, limits, letters, files, filing::kept);
    this.filing = new FilingPages(this.shelf, shelf, filing, limits, files, messages);
    this.limits = new LimitPages(limits);
  }

  @Override
  public String module() {
    return DocumentsModule.ID;
  }

  @Override
  public List<Route> routes() {
    String read = DocumentsModule.READ;
    String write = DocumentsModule.WRITE;
    return List.of(
        Route.page(OF_FILE, read, shelf::list).about(StoreRoutes::file),
        Route.page(OF_FILE + "/part", read, shelf::part).about(StoreRoutes::file),
        Route.page(OF_FILE + "/new", write, filing::blank).about(StoreRoutes::file),
        Route.post(OF_FILE, write, filing::add).about(StoreRoutes::file),
        Route.page(ONE, read, shelf::show),
        Route.page(ONE + "/versions/{version}", read, shelf::take),
        Route.post(ONE + "/versions", write, filing::renew),
        Route.page(ONE + "/edit", write, filing::correcting),
        Route.post(ONE + "/edit", write, filing::correct),
        Route.page(ONE + "/withdraw", write, filing::withdrawing),
        Route.post(ONE + "/withdraw", write, filing::withdraw),
        Route.page("/people/{person}/documents/tile", read, shelf::tile),
        Route.page("/documents/limits", DocumentsModule.LIMITS, limits::show)
            .audited(Route.Audit.NONE),
        Route.post("/documents/limits", DocumentsModule.LIMITS, limits::decide));
  }

  private static Subject file(Request request) {
    return Subject.of(new CaseFileId(request.id("file")));
  }
}
