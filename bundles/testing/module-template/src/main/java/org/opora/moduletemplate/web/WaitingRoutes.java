package org.opora.moduletemplate.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.paging.Page;
import org.opora.api.text.Text;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.moduletemplate.TemplateModule;
import org.opora.moduletemplate.application.WishReader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The wishes of all families that wait for an answer: a list, the same as a file, a card. */
@Component
public final class WaitingRoutes implements RouteSet {
  private static final int PAGE = 30;
  private static final int ON_CARD = 5;
  private final WishReader reader;

  @Activate
  public WaitingRoutes(@Reference WishReader reader) {
    this.reader = reader;
  }

  @Override
  public String module() {
    return TemplateModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(TemplateModule.HOME, TemplateModule.READ, this::list),
        Route.page(TemplateModule.HOME + "/export", TemplateModule.READ, this::export),
        Route.page(TemplateModule.HOME + "/card", TemplateModule.READ, this::card));
  }

  private Reply list(Request request) {
    String after = request.query("after").orElse(null);
    return page(request, "waiting", reader.waiting(request.viewer(), key(after), PAGE));
  }

  private Reply card(Request request) {
    return page(request, "card", reader.waiting(request.viewer(), null, ON_CARD));
  }

  private Reply export(Request request) {
    Viewer viewer = request.viewer();
    return Reply.export(
        request,
        Sheet.of(
                TemplateModule.ID,
                "waiting.title",
                (after, limit) -> reader.waiting(viewer, key(after), limit))
            .date("wish.on", WishReader.Line::wishedOn)
            .text("wish.family", WaitingRoutes::family)
            .text("wish.child", line -> line.childName() == null ? null : line.childName().listed())
            .text("wish.kind", line -> line.kind().in(viewer.locale()))
            .text("wish.words", WishReader.Line::words)
            .about(line -> List.of(Subject.of(line.file()))));
  }

  private static Object family(WishReader.Line line) {
    return line.familyName() == null
        ? Text.of(TemplateModule.ORIGIN, "wish.family.hidden")
        : line.familyName();
  }

  private static Reply page(Request request, String template, Page<WishReader.Line> page) {
    request.shows(page.items().stream().map(line -> Subject.of(line.file())).distinct().toList());
    return Reply.page(template, Map.of("page", page));
  }

  private static UUID key(String after) {
    try {
      return after == null ? null : UUID.fromString(after);
    } catch (IllegalArgumentException none) {
      throw new NotFound();
    }
  }
}
