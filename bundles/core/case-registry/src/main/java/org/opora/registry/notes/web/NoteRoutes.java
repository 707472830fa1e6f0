package org.opora.registry.notes.web;

import java.util.List;
import java.util.stream.Stream;
import org.opora.api.bodies.Bodies;
import org.opora.api.care.Visits;
import org.opora.api.files.CaseFiles;
import org.opora.api.text.Messages;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.care.web.RightFile;
import org.opora.registry.directory.web.BodyField;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.notes.application.NoteBook;
import org.opora.registry.notes.application.NoteMoves;
import org.opora.registry.notes.application.NotePapers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Doors to notes: whoever may read and write visits may read and write them. */
@Component
public final class NoteRoutes implements RouteSet {
  private final NotePages pages;
  private final NoteForms forms;

  @Activate
  public NoteRoutes(
      @Reference CaseFrame frame,
      @Reference NoteBook notes,
      @Reference NoteMoves moves,
      @Reference NotePapers papers,
      @Reference CaseFiles files,
      @Reference Bodies bodies,
      @Reference Messages messages) {
    pages = new NotePages(frame, notes, papers, messages);
    forms =
        new NoteForms(
            frame,
            notes,
            pages,
            moves,
            new RightFile(files),
            new BodyField(bodies, messages),
            messages);
  }

  @Override
  public String module() {
    return "case-registry";
  }

  @Override
  public List<Route> routes() {
    String all = "/files/{file}/notes";
    String one = all + "/{note}";
    List<Route> own =
        List.of(
            Route.page(all, Visits.READ, pages::list),
            Route.page(all + "/export", Visits.READ, pages::export),
            Route.page(all + "/new", Visits.WRITE, forms::blank),
            change(all + "/new", forms::record),
            Route.page("/files/{file}/child-notes/{child}", Visits.READ, pages::ofChild),
            Route.page(one, Visits.READ, pages::show),
            Route.page(one + "/versions", Visits.READ, pages::versions),
            Route.page(one + "/print", Visits.READ, pages::print),
            Route.page(one + "/edit", Visits.WRITE, forms::edit),
            change(one + "/edit", forms::amend),
            Route.page(one + "/withdraw", Visits.WRITE, forms::askWithdrawal),
            change(one + "/withdraw", forms::withdraw),
            change(one + "/put-back", forms::putBack),
            Route.page(one + "/move", Visits.WRITE, forms::askFile),
            change(one + "/move", forms::chooseFile),
            Route.page(one + "/move/{to}", Visits.WRITE, forms::askMove),
            change(one + "/move/{to}", forms::move));
    return Stream.concat(own.stream(), pages.papers().routes(one).stream()).toList();
  }

  /** The use cases record the change; a form shown again is recorded as a read besides. */
  private static Route change(String pattern, Route.Handler handler) {
    return Route.post(pattern, Visits.WRITE, handler).audited(Route.Audit.READ);
  }
}
