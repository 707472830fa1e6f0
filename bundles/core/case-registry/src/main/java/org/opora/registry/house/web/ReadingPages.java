package org.opora.registry.house.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.opora.api.access.Subject;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.house.spi.Reading;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.house.application.ReadingsDesk;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** A reading of the law that the centre decides: what it means, and what a decision would move. */
final class ReadingPages {
  private static final String OPTION = "option";
  private final ReadingsDesk desk;
  private final Messages messages;

  ReadingPages(ReadingsDesk desk, Messages messages) {
    this.desk = desk;
    this.messages = messages;
  }

  Reply show(Request request) {
    return page(request, null);
  }

  /** First what would move, then, confirmed, the decision itself. */
  Reply choose(Request request) {
    Form form = request.form();
    String id = request.variable("reading");
    String option = form.raw(OPTION);
    if (option.isEmpty()) {
      form.error(OPTION, "form.required");
    }
    LocalDate from = form.requiredDate("from");
    String why = form.requiredLine("why");
    if (form.valid() && !form.checked("back")) {
      try {
        if (!form.checked("confirmed")) {
          return preview(
              request, form, desk.preview(request.viewer(), id, option, from).orElse(null));
        }
        desk.choose(request.viewer(), id, form.version(), option, from, why);
        return Reply.to("/house/settings/readings/" + id, Words.of("settings.saved"));
      } catch (Refused refused) {
        form.refused(refused);
      } catch (Stale changed) {
        form.stale();
      }
    }
    return page(request, form);
  }

  /**
   * @param effect null when the viewer sees none of the families
   */
  private Reply preview(Request request, Form form, Reading.Effect effect) {
    List<Reading.Moved> listed = effect == null ? List.of() : effect.first();
    request.shows(listed.stream().map(one -> Subject.of(one.file())).distinct().toList());
    ReadingsDesk.View view = desk.one(request.viewer(), request.variable("reading"));
    String chosen = form.raw(OPTION);
    return new Model()
        .with("view", view)
        .with(
            "then",
            view.reading().options().stream()
                .filter(one -> one.code().equals(chosen))
                .findFirst()
                .orElseThrow())
        .with("from", form.date("from"))
        .with("why", form.raw("why"))
        .with("version", form.version())
        .with("effect", effect)
        .with("more", effect == null ? 0 : effect.moved() - listed.size())
        .page("house-reading-preview")
        .keepingDraft();
  }

  private Reply page(Request request, Form form) {
    ReadingsDesk.View view = desk.one(request.viewer(), request.variable("reading"));
    return new Model()
        .with("view", view)
        .with("options", options(request.locale(), view.reading()))
        .form("house-reading", form);
  }

  private List<Choice> options(Locale locale, Reading reading) {
    return reading.options().stream()
        .map(one -> new Choice(one.code(), messages.text(locale, one.label())))
        .toList();
  }
}
