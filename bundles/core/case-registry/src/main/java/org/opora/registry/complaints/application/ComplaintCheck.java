package org.opora.registry.complaints.application;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.staff.Staff;
import org.opora.registry.complaints.domain.Complaint;
import org.opora.registry.shared.application.Refusals;

/** What must hold before a complaint, or what came of it, is written down. */
record ComplaintCheck(Colleagues colleagues, Staff staff) {
  static final int LONGEST_WHO = 200;
  static final int LONGEST_TEXT = 4000;

  /**
   * @param before the complaint as it stands, or null for a new one
   * @return the same without blanks around it
   */
  NewComplaint checked(Viewer viewer, NewComplaint complaint, Complaint before) {
    LocalDate day = past(viewer, "receivedOn", Refusals.day("receivedOn", complaint.receivedOn()));
    if (before != null && before.year() != day.getYear()) {
      throw Refusals.refused("receivedOn", "complaint.refused.year", before.number(), day);
    }
    if (before != null && before.answeredOn() != null && day.isAfter(before.answeredOn())) {
      throw Refusals.refused(
          "receivedOn", "complaint.refused.received-after", day, before.answeredOn());
    }
    if (complaint.how() == null) {
      throw Refusals.refused("how", "refused.required");
    }
    String who =
        complaint.anonymous()
            ? null
            : Refusals.optional("complainant", complaint.complainant(), LONGEST_WHO);
    if (!complaint.anonymous() && who == null) {
      throw Refusals.refused("complainant", "complaint.refused.who");
    }
    if (!staff.names(complaint.about()).keySet().containsAll(complaint.about())) {
      throw Refusals.refused("about", "refused.nobody");
    }
    handler(viewer, complaint, before);
    return new NewComplaint(
        day,
        complaint.how(),
        complaint.anonymous(),
        who,
        Refusals.line("matter", complaint.matter(), LONGEST_TEXT),
        complaint.about(),
        complaint.handler());
  }

  private void handler(Viewer viewer, NewComplaint complaint, Complaint before) {
    StaffId handler = complaint.handler();
    if (handler == null) {
      throw Refusals.refused("handler", "refused.required");
    }
    if (complaint.about().contains(handler)) {
      throw Refusals.refused("handler", "complaint.refused.handler-about");
    }
    if (handlers(viewer).contains(handler)) {
      return;
    }
    if (before == null || !handler.equals(before.handler())) {
      throw Refusals.refused("handler", "complaint.refused.handler");
    }
    if (overseers(viewer, complaint.about()).isEmpty()) {
      // Whoever handles it has left, and it would be about all the others who could read it.
      throw Refusals.refused("handler", "complaint.refused.nobody-left");
    }
  }

  /** Who sees all complaints and is none of those this one is about. */
  Set<StaffId> overseers(Viewer viewer, Set<StaffId> about) {
    Set<StaffId> all = new HashSet<>(colleagues.overseeing(ComplaintDesk.READ, List.of()));
    all.removeAll(about);
    return all;
  }

  /** Who could look into a complaint, as far as it is not about them. */
  Set<StaffId> handlers(Viewer viewer) {
    return colleagues.holding(viewer, ComplaintDesk.READ, null, List.of());
  }

  /**
   * @param about whom the complaint is about
   */
  Outcome checked(Viewer viewer, Outcome outcome, Complaint complaint, Set<StaffId> about) {
    if (outcome.answeredOn() != null) {
      past(viewer, "answeredOn", outcome.answeredOn());
      if (outcome.answeredOn().isBefore(complaint.receivedOn())) {
        throw Refusals.refused(
            "answeredOn",
            "complaint.refused.answered-before",
            outcome.answeredOn(),
            complaint.receivedOn());
      }
    }
    StaffId by = outcome.answeredBy();
    if (by != null) {
      if (about.contains(by)) {
        throw Refusals.refused("answeredBy", "complaint.refused.answered-about");
      }
      if (!staff.names(Set.of(by)).containsKey(by)) {
        throw Refusals.refused("answeredBy", "refused.nobody");
      }
    }
    return new Outcome(
        outcome.finding(),
        Refusals.optional("measures", outcome.measures(), LONGEST_TEXT),
        outcome.answeredOn(),
        by,
        complaint.anonymous() ? null : outcome.answeredHow(),
        Refusals.optional("answer", outcome.answer(), LONGEST_TEXT),
        complaint.anonymous()
            ? Refusals.optional("published", outcome.published(), LONGEST_WHO)
            : null);
  }

  /** Those who could have answered it. */
  Set<StaffId> answerers(Viewer viewer, Complaint complaint, Set<StaffId> about) {
    Set<StaffId> all = new HashSet<>(handlers(viewer));
    all.add(complaint.handler());
    if (complaint.answeredBy() != null) {
      all.add(complaint.answeredBy());
    }
    all.removeAll(about);
    return all;
  }

  private static LocalDate past(Viewer viewer, String field, LocalDate day) {
    if (day.isAfter(viewer.today())) {
      throw Refusals.refused(field, "refused.future", day);
    }
    return day;
  }
}
