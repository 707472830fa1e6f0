package org.opora.registry.intake.web;

import java.text.Collator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.staff.Staff;
import org.opora.api.web.Choice;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.intake.application.DisposalDesk;
import org.opora.registry.intake.domain.DisposalKind;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;

/** Words of first contact that are to be deleted: proposed, approved or declined, and the lists. */
final class DisposalPages {
  private static final String PATH = "/intake/disposals";
  private static final int ROWS = 40;
  private static final int TEXT = 2000;
  private final DisposalDesk desk;
  private final Staff staff;

  DisposalPages(DisposalDesk desk, Staff staff) {
    this.desk = desk;
    this.staff = staff;
  }

  Reply list(Request request) {
    return list(request, null);
  }

  /** First contacts that have been kept long enough. */
  Reply propose(Request request) {
    Form form = request.form();
    Viewer viewer = request.viewer();
    UUID approver = form.id("approver");
    return form.attempt(
        () -> {
          UUID id =
              desk.propose(
                  viewer,
                  DisposalKind.CONTACTS,
                  viewer.today().getYear(),
                  approver == null ? null : new StaffId(approver));
          return Reply.to(PATH + "/" + id, Words.of("disposal.proposed"));
        },
        wrong -> list(request, wrong));
  }

  private Reply list(Request request, Form form) {
    Viewer viewer = request.viewer();
    Page<DisposalDesk.Row> page = desk.list(viewer, request.query("after").orElse(null), ROWS);
    return new Model()
        .with("disposals", page)
        .with("over", desk.over(viewer))
        .with("waiting", desk.waiting(viewer, DisposalKind.CONTACTS, viewer.today().getYear()))
        .with("approvers", approvers(viewer, desk, staff))
        .form("disposals", form);
  }

  Reply show(Request request) {
    return page(request, null);
  }

  Reply approve(Request request) {
    Form form = request.form();
    UUID id = request.id("disposal");
    String reason = form.text("reason", TEXT);
    return form.attempt(
        () -> {
          int rows =
              desk.approve(request.viewer(), id, form.version(), form.checked("confirmed"), reason);
          return Reply.to(PATH + "/" + id, Words.of("disposal.deleted", rows));
        },
        wrong -> page(request, wrong));
  }

  Reply decline(Request request) {
    Form form = request.form();
    UUID id = request.id("disposal");
    String reason = form.text("reason", TEXT);
    return form.attempt(
        () -> {
          desk.decline(request.viewer(), id, form.version(), reason);
          return Reply.to(PATH + "/" + id, Words.of("disposal.stays"));
        },
        wrong -> page(request, wrong));
  }

  private Reply page(Request request, Form form) {
    DisposalDesk.Seen seen = desk.view(request.viewer(), request.id("disposal"));
    shows(request, seen.lines());
    return new Model().with("disposal", seen).form("disposal", form);
  }

  static void shows(Request request, List<DisposalDesk.Line> lines) {
    request.shows(lines.stream().map(DisposalDesk.Line::subject).distinct().toList());
  }

  /** Who else could approve, by name. */
  static List<Choice> approvers(Viewer viewer, DisposalDesk desk, Staff staff) {
    Map<StaffId, String> names = staff.names(desk.others(viewer));
    return names.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Collator.getInstance(viewer.locale())))
        .map(one -> new Choice(one.getKey().toString(), one.getValue()))
        .toList();
  }
}
