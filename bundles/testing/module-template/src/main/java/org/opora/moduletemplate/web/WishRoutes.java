package org.opora.moduletemplate.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.text.Text;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.moduletemplate.TemplateModule;
import org.opora.moduletemplate.application.Wishes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The doors of the module. */
@Component
public final class WishRoutes implements RouteSet {
  private static final String FILE = "/m/module-template/files/{file}";
  private static final int LONGEST = 2000;
  private final Wishes wishes;

  @Activate
  public WishRoutes(@Reference Wishes wishes) {
    this.wishes = wishes;
  }

  @Override
  public String module() {
    return TemplateModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(FILE, TemplateModule.READ, this::list).about(WishRoutes::subject),
        Route.page(FILE + "/new", TemplateModule.WRITE, this::blank).about(WishRoutes::subject),
        Route.post(FILE + "/new", TemplateModule.WRITE, this::add).about(WishRoutes::subject));
  }

  private Reply list(Request request) {
    CaseFileId file = file(request);
    return Reply.page("wishes", Map.of("file", file, "wishes", wishes.of(request.viewer(), file)));
  }

  private Reply.Page blank(Request request) {
    return Reply.page("wish-form", Map.of("file", file(request)));
  }

  private Reply add(Request request) {
    CaseFileId file = file(request);
    Form form = request.form();
    LocalDate on = form.requiredDate("on");
    String words = form.text("words", LONGEST);
    if (words == null) {
      form.error("words", "form.required");
    }
    return form.attempt(
        () -> {
          wishes.add(request.viewer(), file, on, words);
          return Reply.to("/files/" + file, Text.of(TemplateModule.ORIGIN, "wish.saved"));
        },
        wrong -> blank(request).status(422));
  }

  private static CaseFileId file(Request request) {
    request.shows(subject(request));
    return new CaseFileId(request.id("file"));
  }

  /** The gate decides about it before a handler is called. */
  private static Subject subject(Request request) {
    return Subject.of(new CaseFileId(request.id("file")));
  }
}
