package org.opora.moduletemplate.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.choices.Choices;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Text;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.spi.Route;
import org.opora.api.web.spi.RouteSet;
import org.opora.moduletemplate.TemplateModule;
import org.opora.moduletemplate.application.WishReader;
import org.opora.moduletemplate.application.Wishes;
import org.opora.moduletemplate.domain.WishId;
import org.opora.moduletemplate.domain.WishKinds;
import org.opora.moduletemplate.domain.Wording;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The doors to the wishes of one family. */
@Component
public final class WishRoutes implements RouteSet {
  private static final String FILE = TemplateModule.HOME + "/files/{file}";
  private static final String WISH = TemplateModule.HOME + "/wishes/{wish}";
  private static final int LONGEST = 2000;
  private static final int REFUSED = 422;

  private final Wishes wishes;
  private final WishReader reader;
  private final CaseFiles files;
  private final Choices choices;

  @Activate
  public WishRoutes(
      @Reference Wishes wishes,
      @Reference WishReader reader,
      @Reference CaseFiles files,
      @Reference Choices choices) {
    this.wishes = wishes;
    this.reader = reader;
    this.files = files;
    this.choices = choices;
  }

  @Override
  public String module() {
    return TemplateModule.ID;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.page(FILE, TemplateModule.READ, this::tab).about(WishRoutes::subject),
        Route.page(FILE + "/new", TemplateModule.WRITE, this::blank).about(WishRoutes::subject),
        Route.post(FILE + "/new", TemplateModule.WRITE, this::add).about(WishRoutes::subject),
        Route.page(WISH, TemplateModule.READ, this::show),
        Route.page(WISH + "/edit", TemplateModule.WRITE, this::edit),
        Route.post(WISH + "/edit", TemplateModule.WRITE, this::change));
  }

  private Reply tab(Request request) {
    CaseFileId file = file(request);
    return Reply.page("tab", Map.of("file", file, "wishes", reader.of(request.viewer(), file)));
  }

  private Reply.Page blank(Request request) {
    return form(request, file(request), null);
  }

  private Reply add(Request request) {
    Form form = request.form();
    Wording said = read(form);
    return form.attempt(
        () -> {
          CaseFileId file = file(request);
          wishes.add(request.viewer(), file, said);
          return Reply.to(
              "/files/" + file + "/tab/" + TemplateModule.ID,
              Text.of(TemplateModule.ORIGIN, "wish.saved"));
        },
        wrong -> refused(blank(request)));
  }

  private Reply show(Request request) {
    return Reply.page("wish", Map.of("wish", view(request)));
  }

  private Reply.Page edit(Request request) {
    WishReader.View wish = view(request);
    return form(request, wish.line().file(), wish);
  }

  private Reply change(Request request) {
    Form form = request.form();
    Wording said = read(form);
    return form.attempt(
        () -> {
          wishes.change(request.viewer(), wish(request), form.version(), said);
          return Reply.to(
              TemplateModule.HOME + "/wishes/" + wish(request),
              Text.of(TemplateModule.ORIGIN, "wish.saved"));
        },
        wrong -> refused(edit(request)));
  }

  private static Wording read(Form form) {
    UUID child = form.id("child");
    String kind = form.requiredLine("kind");
    LocalDate on = form.requiredDate("on");
    String words = form.text("words", LONGEST);
    if (words == null) {
      form.error("words", "form.required");
    }
    return new Wording(
        child == null ? null : new PersonId(child), kind, on, words, form.date("answered"));
  }

  /**
   * @param wish null for a new one
   */
  private Reply.Page form(Request request, CaseFileId file, WishReader.View wish) {
    List<String> held = wish == null ? List.of() : List.of(wish.kind());
    Map<String, Object> model = new HashMap<>();
    model.put("file", file);
    model.put("wish", wish);
    model.put(
        "kinds",
        Choice.of(
            request.locale(), choices.offered(WishKinds.LIST, request.viewer().today(), held)));
    model.put(
        "children",
        files.header(request.viewer(), file).children().stream()
            .map(child -> new Choice(child.person().toString(), child.name().spoken()))
            .toList());
    return Reply.page("wish-form", model);
  }

  /** What was typed has arrived nowhere yet: its draft stays. */
  private static Reply refused(Reply.Page form) {
    return form.status(REFUSED).keepingDraft();
  }

  /** Its path names the wish alone, so the use case decides, and the handler says whom it shows. */
  private WishReader.View view(Request request) {
    WishReader.View wish = reader.view(request.viewer(), wish(request));
    request.shows(Subject.of(wish.line().file()));
    if (wish.child() != null) {
      request.shows(Subject.of(wish.child()));
    }
    return wish;
  }

  private static WishId wish(Request request) {
    return new WishId(request.id("wish"));
  }

  private static CaseFileId file(Request request) {
    return new CaseFileId(request.id("file"));
  }

  /** The gate decides about it before a handler is called, and counts it as shown. */
  private static Subject subject(Request request) {
    return Subject.of(file(request));
  }
}
