package org.opora.registry.staff.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Refused;
import org.opora.api.faults.Stale;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.staff.Staff;
import org.opora.api.web.Form;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.shared.web.Model;
import org.opora.registry.shared.web.Words;
import org.opora.registry.staff.application.Conflicts;

/** Conflicts of interest: declared by the person, looked into by whoever leads the staff. */
final class ConflictForms {
  private static final int ROWS = 50;
  private final Staff staff;
  private final CaseFiles files;
  private final Conflicts conflicts;

  ConflictForms(Staff staff, CaseFiles files, Conflicts conflicts) {
    this.staff = staff;
    this.files = files;
    this.conflicts = conflicts;
  }

  Reply blank(Request request) {
    return page(request, null);
  }

  Reply declare(Request request) {
    StaffId who = StaffRoomRoutes.staff(request);
    Form form = request.form();
    String whom = form.requiredLine("whom");
    String relation = form.requiredLine("relation");
    return form.attempt(
        () -> {
          conflicts.declare(request.viewer(), who, whom, relation);
          return Reply.to("/staff/" + who + "#conflicts", Words.of("conflict.declared"));
        },
        wrong -> page(request, wrong));
  }

  private Reply page(Request request, Form form) {
    StaffId who = StaffRoomRoutes.staff(request);
    conflicts.of(request.viewer(), who);
    return new Model()
        .with("member", staff.member(request.viewer(), who))
        .with("self", who.equals(request.viewer().staff()))
        .form("conflict-form", form);
  }

  Reply list(Request request) {
    return list(request, null, null);
  }

  Reply wall(Request request) {
    Form form = request.form();
    UUID conflict = request.id("conflict");
    String number = form.requiredLine("number");
    if (form.valid()) {
      try {
        long left = conflicts.wall(request.viewer(), conflict, form.version(), number);
        return Reply.to(
            "/staff/conflicts",
            left == 0 ? Words.of("conflict.walled") : Words.of("conflict.walled.tasks", left));
      } catch (Refused refused) {
        form.refused(refused);
        if ("refused.wall-key-worker".equals(refused.text().key())) {
          return list(request, conflict, form, number);
        }
      } catch (Stale changed) {
        form.stale();
      }
    }
    return list(request, conflict, form);
  }

  Reply end(Request request) {
    Form form = request.form();
    UUID conflict = request.id("conflict");
    try {
      conflicts.end(request.viewer(), conflict, form.version(), form.line("why"));
      return Reply.to("/staff/conflicts", Words.of("conflict.ended"));
    } catch (Refused refused) {
      if (refused.field() == null) {
        return Reply.to("/staff/conflicts", Words.of("staff.changed"));
      }
      form.refused(refused);
    } catch (NotFound gone) {
      return Reply.to("/staff/conflicts", Words.of("staff.changed"));
    } catch (Stale changed) {
      form.stale();
    }
    return list(request, conflict, form);
  }

  private Reply list(Request request, UUID wrong, Form form) {
    return list(request, wrong, form, null);
  }

  /**
   * @param led number of a family that is handed over first; null when there is none
   */
  private Reply list(Request request, UUID wrong, Form form, String led) {
    Page<Conflicts.Seen> page =
        conflicts.all(request.viewer(), request.query("after").orElse(null), ROWS);
    List<Conflicts.Seen> all = page.items();
    request.shows(
        all.stream()
            .map(Conflicts.Seen::family)
            .filter(Objects::nonNull)
            .map(header -> Subject.of(header.id()))
            .distinct()
            .toList());
    return new Model()
        .with("conflicts", all)
        .with("page", page)
        .with("here", "/staff/conflicts")
        .with("wrong", wrong)
        .with("led", led == null ? null : files.find(request.viewer(), led).orElse(null))
        .form("conflicts", form);
  }
}
