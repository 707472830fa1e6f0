package org.opora.registry.staff.web;

import org.opora.api.faults.Stale;
import org.opora.api.ids.StaffId;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;
import org.opora.registry.staff.application.NewTraining;
import org.opora.registry.staff.application.TrainingBook;
import org.opora.registry.staff.domain.TrainingKind;

/** Entries of the training account. */
final class TrainingForms {
  private static final int MINUTES = 60;
  private final Staff staff;
  private final TrainingBook book;
  private final Messages messages;

  TrainingForms(Staff staff, TrainingBook book, Messages messages) {
    this.staff = staff;
    this.book = book;
    this.messages = messages;
  }

  Reply blank(Request request) {
    return fresh(request, null);
  }

  /** For whoever may open the sheet, also when the form comes back with its errors. */
  private Reply fresh(Request request, Form form) {
    StaffId who = StaffRoomRoutes.staff(request);
    book.year(request.viewer(), who, request.viewer().today().getYear());
    return page(request, who, null, form);
  }

  Reply add(Request request) {
    StaffId who = StaffRoomRoutes.staff(request);
    Form form = request.form();
    NewTraining entry = read(form);
    return form.attempt(
        () -> {
          book.add(request.viewer(), who, entry);
          return Reply.to(home(who, entry), Words.of("training.added"));
        },
        wrong -> fresh(request, wrong));
  }

  Reply edit(Request request) {
    TrainingBook.Seen entry = book.view(request.viewer(), request.id("entry"));
    return page(request, entry.staff(), entry, null);
  }

  Reply amend(Request request) {
    Form form = request.form();
    TrainingBook.Seen before = book.view(request.viewer(), request.id("entry"));
    NewTraining now = read(form);
    return form.attempt(
        () -> {
          book.amend(request.viewer(), before.id(), form.version(), now);
          return Reply.to(home(before.staff(), now), Words.of("training.saved"));
        },
        wrong -> page(request, before.staff(), book.view(request.viewer(), before.id()), wrong));
  }

  Reply remove(Request request) {
    TrainingBook.Seen entry = book.view(request.viewer(), request.id("entry"));
    String sheet = home(entry.staff(), entry.entry());
    try {
      book.remove(request.viewer(), entry.id(), request.form().version());
      return Reply.to(sheet, Words.of("training.removed"));
    } catch (Stale changed) {
      return Reply.to(sheet, Words.of("staff.changed"));
    }
  }

  private static String home(StaffId who, NewTraining entry) {
    return "/staff/" + who + "?year=" + entry.heldOn().getYear() + "#training";
  }

  private static NewTraining read(Form form) {
    String topic = form.requiredLine("topic");
    Integer minutes = Decimals.read(form, "hours", MINUTES);
    if (minutes == null) {
      form.error("hours", "form.required");
    }
    return new NewTraining(
        form.requiredChoice("kind", TrainingKind.class),
        form.requiredDate("heldOn"),
        topic,
        minutes,
        form.line("provider"),
        form.line("certificate"));
  }

  private Reply page(Request request, StaffId who, TrainingBook.Seen entry, Form form) {
    return new Model()
        .with("member", staff.member(request.viewer(), who))
        .with("entry", entry)
        .with(
            "hours",
            entry == null
                ? ""
                : Decimals.write(entry.entry().minutes(), MINUTES, StaffRoomRoutes.comma(request)))
        .with(
            "kinds", Choice.of(messages, request.locale(), "training.kind", TrainingKind.values()))
        .form("staff-training", form);
  }
}
