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
import org.opora.registry.staff.application.NewCheck;
import org.opora.registry.staff.application.StaffChecks;
import org.opora.registry.staff.domain.CheckKind;

/** Papers that run out. */
final class CheckForms {
  private final Staff staff;
  private final StaffChecks checks;
  private final Messages messages;

  CheckForms(Staff staff, StaffChecks checks, Messages messages) {
    this.staff = staff;
    this.checks = checks;
    this.messages = messages;
  }

  Reply blank(Request request) {
    return page(request, StaffRoomRoutes.staff(request), null, null);
  }

  Reply add(Request request) {
    StaffId who = StaffRoomRoutes.staff(request);
    Form form = request.form();
    NewCheck check = read(form);
    return form.attempt(
        () -> {
          checks.add(request.viewer(), who, check);
          return Reply.to("/staff/" + who + "#checks", Words.of("check.added"));
        },
        wrong -> page(request, who, null, wrong));
  }

  Reply edit(Request request) {
    StaffChecks.Seen check = checks.view(request.viewer(), request.id("check"));
    return page(request, check.staff(), check, null);
  }

  Reply amend(Request request) {
    Form form = request.form();
    StaffChecks.Seen before = checks.view(request.viewer(), request.id("check"));
    NewCheck now = read(form);
    return form.attempt(
        () -> {
          checks.amend(request.viewer(), before.id(), form.version(), now);
          return Reply.to("/staff/" + before.staff() + "#checks", Words.of("check.saved"));
        },
        wrong -> page(request, before.staff(), checks.view(request.viewer(), before.id()), wrong));
  }

  Reply remove(Request request) {
    StaffId who = StaffRoomRoutes.staff(request);
    try {
      checks.remove(request.viewer(), request.id("check"), request.form().version());
      return Reply.to("/staff/" + who + "#checks", Words.of("check.removed"));
    } catch (Stale changed) {
      return Reply.to("/staff/" + who + "#checks", Words.of("staff.changed"));
    }
  }

  private static NewCheck read(Form form) {
    return new NewCheck(
        form.requiredChoice("kind", CheckKind.class),
        form.requiredDate("issuedOn"),
        form.date("validUntil"),
        form.line("document"),
        form.checked("setAside"));
  }

  private Reply page(Request request, StaffId who, StaffChecks.Seen check, Form form) {
    return new Model()
        .with("member", staff.member(request.viewer(), who))
        .with("check", check)
        .with("kinds", Choice.of(messages, request.locale(), "check.kind", CheckKind.values()))
        .form("staff-check", form);
  }
}
