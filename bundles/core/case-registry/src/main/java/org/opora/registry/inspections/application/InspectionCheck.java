package org.opora.registry.inspections.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.registry.inspections.domain.Deed;
import org.opora.registry.inspections.domain.Inspection;
import org.opora.registry.shared.application.Refusals;

/** What must hold before a look into a file is written down. */
record InspectionCheck(Colleagues colleagues) {
  static final int LONGEST_LINE = 200;
  static final int LONGEST_TEXT = 2000;

  /**
   * @param before what stands there, or null for a new one
   * @return the same without blanks around it, and without what does not go with the deed
   */
  NewInspection checked(
      Viewer viewer, CaseFileId file, Deed deed, NewInspection now, Inspection before) {
    LocalDate day = past(viewer, "heldOn", now.heldOn());
    if (now.asker() == null) {
      throw Refusals.refused("asker", "refused.required");
    }
    String who = Refusals.line("who", now.who(), LONGEST_LINE);
    String title = Refusals.optional("title", now.title(), LONGEST_LINE);
    if (title == null && now.asker().needsTitle() && deed != Deed.REFUSED) {
      throw Refusals.refused("title", "inspection.refused.title");
    }
    String part = Refusals.line("part", now.part(), LONGEST_LINE);
    StaffId supervisor = deed.supervised() ? now.supervisor() : null;
    StaffId decidedBy = deed == Deed.REFUSED ? now.decidedBy() : null;
    if (deed.supervised()) {
      colleague(
          viewer, file, "supervisor", supervisor, before == null ? null : before.supervisor());
    } else {
      colleague(viewer, file, "decidedBy", decidedBy, before == null ? null : before.decidedBy());
    }
    LocalDate returnBy = deed == Deed.LENT ? Refusals.day("returnBy", now.returnBy()) : null;
    if (returnBy != null && returnBy.isBefore(day)) {
      throw Refusals.refused("returnBy", "inspection.refused.return-by", returnBy, day);
    }
    if (before != null && before.returnedOn() != null && before.returnedOn().isBefore(day)) {
      throw Refusals.refused("heldOn", "inspection.refused.lent-after", before.returnedOn());
    }
    return new NewInspection(
        day,
        now.asker(),
        who,
        title,
        part,
        Refusals.optional("note", now.note(), LONGEST_TEXT),
        supervisor,
        returnBy,
        deed == Deed.REFUSED ? Refusals.line("reason", now.reason(), LONGEST_TEXT) : null,
        decidedBy);
  }

  private void colleague(
      Viewer viewer, CaseFileId file, String field, StaffId now, StaffId before) {
    if (now == null) {
      throw Refusals.refused(field, "refused.required");
    }
    if (!now.equals(before)
        && !now.equals(viewer.staff())
        && !colleagues(viewer, file).contains(now)) {
      throw Refusals.refused(field, "inspection.refused.colleague");
    }
  }

  /** Those who may see it. */
  Set<StaffId> colleagues(Viewer viewer, CaseFileId file) {
    return colleagues.holding(viewer, InspectionDesk.READ, Subject.of(file), List.of());
  }

  static LocalDate returned(Viewer viewer, Inspection row, LocalDate on) {
    LocalDate day = past(viewer, "returnedOn", on);
    if (day.isBefore(row.heldOn())) {
      throw Refusals.refused("returnedOn", "inspection.refused.returned", day, row.heldOn());
    }
    return day;
  }

  private static LocalDate past(Viewer viewer, String field, LocalDate on) {
    LocalDate day = Refusals.day(field, on);
    if (day.isAfter(viewer.today())) {
      throw Refusals.refused(field, "refused.future", day);
    }
    return day;
  }
}
