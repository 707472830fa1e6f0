package org.opora.registry.staff.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.Refused;
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
import org.opora.registry.staff.application.AbsencePlan;
import org.opora.registry.staff.application.AbsenceSeen;
import org.opora.registry.staff.application.Absences;
import org.opora.registry.staff.application.NewAbsence;
import org.opora.registry.staff.domain.AbsenceKind;

/** Absences: written down, looked at with what is due, given to a deputy, ended. */
final class AbsenceForms {
  private final Staff staff;
  private final Absences absences;
  private final AbsencePlan plan;
  private final Messages messages;

  AbsenceForms(Staff staff, Absences absences, AbsencePlan plan, Messages messages) {
    this.staff = staff;
    this.absences = absences;
    this.plan = plan;
    this.messages = messages;
  }

  Reply blank(Request request) {
    return form(request, StaffRoomRoutes.staff(request), null, null);
  }

  Reply add(Request request) {
    StaffId who = StaffRoomRoutes.staff(request);
    Form form = request.form();
    NewAbsence away = read(form);
    return form.attempt(
        () -> {
          UUID absence = absences.record(request.viewer(), who, away);
          return Reply.to("/absences/" + absence, Words.of("absence.added"));
        },
        wrong -> form(request, who, null, wrong));
  }

  Reply edit(Request request) {
    AbsenceSeen absence = absences.view(request.viewer(), request.id("absence"));
    return form(request, absence.staff(), absence, null);
  }

  Reply amend(Request request) {
    Form form = request.form();
    AbsenceSeen before = absences.view(request.viewer(), request.id("absence"));
    NewAbsence now = read(form);
    return form.attempt(
        () -> {
          absences.amend(request.viewer(), before.id(), form.version(), now);
          return Reply.to("/absences/" + before.id(), Words.of("absence.saved"));
        },
        wrong ->
            form(request, before.staff(), absences.view(request.viewer(), before.id()), wrong));
  }

  private static NewAbsence read(Form form) {
    UUID deputy = form.id("deputy");
    return new NewAbsence(
        form.requiredChoice("kind", AbsenceKind.class),
        form.requiredDate("since"),
        form.requiredDate("until"),
        deputy == null ? null : new StaffId(deputy));
  }

  private Reply form(Request request, StaffId who, AbsenceSeen absence, Form form) {
    Viewer viewer = request.viewer();
    List<Choice> deputies =
        absences.deputies(viewer, who, last(viewer, absence, form)).stream()
            .map(one -> new Choice(one.staff().toString(), one.name()))
            .toList();
    return new Model()
        .with("member", staff.member(viewer, who))
        .with("absence", absence)
        .with("deputies", deputies)
        .with("kinds", Choice.of(messages, request.locale(), "absence.kind", AbsenceKind.values()))
        .form("absence-form", form);
  }

  /** Whoever leaves before the last day cannot stand in. */
  private static LocalDate last(Viewer viewer, AbsenceSeen absence, Form form) {
    LocalDate typed = form == null ? null : form.date("until");
    return typed != null ? typed : absence == null ? viewer.today() : absence.until();
  }

  Reply show(Request request) {
    return page(request, null);
  }

  Reply confirm(Request request) {
    Form form = request.form();
    try {
      int families = absences.confirm(request.viewer(), request.id("absence"), form.version());
      return Reply.to(
          "/absences/" + request.id("absence"), Words.of("absence.confirmed", families));
    } catch (Refused refused) {
      form.refused(refused);
    } catch (Stale changed) {
      form.stale();
    }
    return page(request, form);
  }

  Reply back(Request request) {
    Form form = request.form();
    LocalDate day = form.requiredDate("firstDay");
    AbsenceSeen absence = absences.view(request.viewer(), request.id("absence"));
    return form.attempt(
        () -> {
          absences.back(request.viewer(), absence.id(), form.version(), day);
          return Reply.to("/staff/" + absence.staff() + "#absences", Words.of("absence.ended"));
        },
        wrong -> page(request, wrong));
  }

  private Reply page(Request request, Form form) {
    Viewer viewer = request.viewer();
    AbsenceSeen absence = absences.view(viewer, request.id("absence"));
    AbsencePlan.Plan what = plan.of(viewer, absence);
    request.shows(
        Stream.of(
                Stream.concat(what.covered().stream(), what.uncovered().stream())
                    .map(header -> Subject.of(header.id())),
                what.duties().stream()
                    .flatMap(List::stream)
                    .map(
                        line ->
                            line.subject() == null
                                ? Subject.of(line.file())
                                : Subject.of(line.subject())),
                what.tasks().stream().flatMap(task -> task.about().subjects().stream()))
            .flatMap(subjects -> subjects)
            .distinct()
            .toList());
    return new Model()
        .with("absence", absence)
        .with("covered", what.covered())
        .with("uncovered", what.uncovered())
        .with("duties", what.duties().orElse(null))
        .with("tasks", what.tasks())
        .with("changes", absence.kind() != null)
        .with("relying", absence.kind() == null ? List.of() : absences.relying(viewer, absence))
        .with("returning", form != null && !form.raw("firstDay").isEmpty() ? form : null)
        .form("absence", form);
  }
}
