package org.opora.registry.house.web;

import java.time.LocalDate;
import java.util.function.LongFunction;
import org.opora.api.access.Viewer;
import org.opora.api.faults.Refused;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.api.web.Sheet;
import org.opora.registry.house.application.ChoiceEntry;
import org.opora.registry.house.application.ChoicesDesk;
import org.opora.registry.house.domain.ChoiceWords;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** The lists of choices, and the forms in which the centre makes them its own. */
final class ChoicePages {
  static final String HOME = "/house/choices";
  private final ChoicesDesk desk;

  ChoicePages(ChoicesDesk desk) {
    this.desk = desk;
  }

  Reply list(Request request) {
    return new Model().with("lists", desk.all(request.viewer())).page("house-choices");
  }

  Reply show(Request request) {
    return show(request, null);
  }

  private Reply show(Request request, Form form) {
    Viewer viewer = request.viewer();
    ChoicesDesk.View view = view(request);
    return new Model()
        .with("view", view)
        .with("offered", view.offered(viewer.today()))
        .with("others", view.others(viewer.today()))
        .form("house-choice-list", form);
  }

  /** What is offered, and what records may still hold. */
  Reply export(Request request) {
    Viewer viewer = request.viewer();
    ChoicesDesk.View view = view(request);
    return Reply.export(
        request,
        Sheet.of("choices", "choices.title", view.entries())
            .namesNobody()
            .text("choice.cs", entry -> entry.written().cs())
            .text("choice.pl", entry -> entry.written().pl())
            .text("choice.en", entry -> entry.written().en())
            .yesNo("choice.offered", entry -> entry.offered(viewer.today()))
            .date("choice.since", entry -> entry.state().since())
            .date("choice.until", entry -> entry.state().until()));
  }

  Reply blank(Request request) {
    return words(request, null, null);
  }

  Reply add(Request request) {
    Form form = request.form();
    LocalDate since = form.requiredDate("since");
    ChoiceWords words = read(form);
    return saved(
        request,
        form,
        "choice.added",
        version -> desk.add(request.viewer(), id(request), version, words, since),
        () -> words(request, null, form));
  }

  Reply edit(Request request) {
    return words(request, entry(request), null);
  }

  Reply reword(Request request) {
    Form form = request.form();
    ChoiceWords words = read(form);
    return saved(
        request,
        form,
        "choice.saved",
        version -> {
          desk.reword(request.viewer(), id(request), version, code(request), words);
          return code(request);
        },
        () -> words(request, entry(request), form));
  }

  Reply asking(Request request) {
    return retiring(request, null);
  }

  /** First how many records hold it, then, confirmed, the end itself. */
  Reply retire(Request request) {
    Form form = request.form();
    Viewer viewer = request.viewer();
    LocalDate from = form.requiredDate("from");
    String why = form.requiredLine("why");
    if (form.valid() && !form.checked("back") && !form.checked("confirmed")) {
      try {
        desk.checkRetiring(viewer, id(request), code(request), from, why);
        return model(request)
            .with("entry", entry(request))
            .with("uses", desk.uses(viewer, id(request), code(request)))
            .with("from", from)
            .with("why", why)
            .with("version", form.version())
            .page("house-choice-preview")
            .keepingDraft();
      } catch (Refused refused) {
        form.refused(refused);
      }
    }
    if (form.checked("back")) {
      return retiring(request, form);
    }
    return saved(
        request,
        form,
        "choice.retired",
        version -> {
          desk.retire(viewer, id(request), version, code(request), from, why);
          return code(request);
        },
        () -> retiring(request, form));
  }

  Reply returning(Request request) {
    return offering(request, null);
  }

  Reply offer(Request request) {
    Form form = request.form();
    LocalDate from = form.requiredDate("from");
    String why = form.requiredLine("why");
    return saved(
        request,
        form,
        "choice.offered-again",
        version -> {
          desk.offer(request.viewer(), id(request), version, code(request), from, why);
          return code(request);
        },
        () -> offering(request, form));
  }

  Reply move(Request request) {
    Form form = request.form();
    boolean up = form.raw("way").equals("up");
    return saved(
        request,
        form,
        "choice.moved",
        version -> {
          desk.move(request.viewer(), id(request), version, code(request), up);
          return code(request);
        },
        () -> show(request, form));
  }

  private interface Page {
    Reply again();
  }

  private static Reply saved(
      Request request, Form form, String done, LongFunction<String> act, Page page) {
    return form.attempt(
        () -> {
          act.apply(form.version());
          return Reply.to(HOME + "/" + id(request), Words.of(done));
        },
        wrong -> page.again());
  }

  private static ChoiceWords read(Form form) {
    return new ChoiceWords(form.line("cs"), form.line("pl"), form.line("en"));
  }

  private Reply words(Request request, ChoiceEntry entry, Form form) {
    return model(request)
        .with("entry", entry)
        .with("written", entry == null ? ChoiceWords.NONE : entry.written())
        .form("house-choice-form", form);
  }

  private Reply retiring(Request request, Form form) {
    return model(request).with("entry", entry(request)).form("house-choice-retire", form);
  }

  private Reply offering(Request request, Form form) {
    return model(request).with("entry", entry(request)).form("house-choice-offer", form);
  }

  private Model model(Request request) {
    ChoicesDesk.View view = view(request);
    return new Model()
        .with("view", view)
        .with("back", HOME + "/" + view.list().id())
        .with("action", request.path());
  }

  private ChoicesDesk.View view(Request request) {
    return desk.one(request.viewer(), id(request));
  }

  private ChoiceEntry entry(Request request) {
    return desk.entry(request.viewer(), id(request), code(request));
  }

  private static String id(Request request) {
    return request.variable("list");
  }

  private static String code(Request request) {
    return request.variable("entry");
  }
}
