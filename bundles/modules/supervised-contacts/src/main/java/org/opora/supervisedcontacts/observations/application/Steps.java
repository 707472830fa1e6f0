package org.opora.supervisedcontacts.observations.application;

import java.util.List;
import java.util.Locale;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.NewFact;
import org.opora.api.inbox.Inbox;
import org.opora.api.text.Messages;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.observations.domain.ObservationReport;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.opora.supervisedcontacts.shared.application.Story;

/** What the house hears of a report: trail, story, inbox, and what it proves. */
record Steps(
    ContactDoor door,
    AuditTrail audit,
    Colleagues colleagues,
    Evidence evidence,
    Story story,
    Inbox inbox,
    Messages messages) {
  void wrote(Viewer viewer, ObservationReport row, String act) {
    audit.wrote(viewer, act, List.of(Subject.of(row.childFile())));
  }

  /** The same, and the story of the child says where it stands. */
  void changed(Viewer viewer, ObservationReport row, String act) {
    wrote(viewer, row, act);
    story.tell(
        viewer,
        "contact-report",
        row.key(),
        row.whose(),
        row.contactOn(),
        "timeline.report." + row.state(),
        page(row));
  }

  private static String page(ObservationReport row) {
    return "/reports/" + row.id();
  }

  /** It was written, and those are told who can approve it. */
  void submitted(Viewer viewer, ObservationReport row) {
    changed(viewer, row, "supervised-contacts.report.submit");
    evidence.record(
        SupervisedContactsModule.ID,
        row.key(),
        List.of(
            NewFact.of(
                    Reports.EVIDENCE,
                    About.person(row.whose().file(), row.whose().child()),
                    row.submittedOn())
                .tiedTo(row.contactChild().toString())));
    colleagues
        .able(
            SupervisedContactsModule.APPROVE,
            Subject.of(row.childFile()),
            door.around(row.whose()),
            viewer.today())
        .stream()
        .filter(one -> !one.equals(viewer.staff()))
        .forEach(
            one ->
                inbox.tell(
                    one,
                    messages.title("observation.inbox"),
                    SupervisedContactsModule.HOME + page(row)));
  }

  /** Somebody else has looked at it, and its author is told. */
  void decided(Viewer viewer, ObservationReport row, String act) {
    changed(viewer, row, act);
    inbox.tell(
        row.author(),
        messages.title("observation.inbox." + row.state().name().toLowerCase(Locale.ROOT)),
        SupervisedContactsModule.HOME + page(row));
  }

  /** It proves nothing any more. */
  void withdrawn(Viewer viewer, ObservationReport row) {
    changed(viewer, row, "supervised-contacts.report.withdraw");
    evidence.record(SupervisedContactsModule.ID, row.key(), List.of());
  }
}
