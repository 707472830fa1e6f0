package org.opora.registry.staff.web;

import java.util.List;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.staff.Staff;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.files.application.HandoverDesk;
import org.opora.registry.shared.web.Model;
import org.opora.registry.staff.application.AbsenceSeen;
import org.opora.registry.staff.application.Absences;
import org.opora.registry.staff.application.StaffChecks;

/** On Today: who stands in for whom, protocols that wait for me, papers that run out. */
final class StaffCardPage {
  private static final int MOST = 8;
  private static final int LOOKED = 100;
  private final Absences absences;
  private final StaffChecks checks;
  private final HandoverDesk handovers;

  StaffCardPage(Absences absences, StaffChecks checks, HandoverDesk handovers) {
    this.absences = absences;
    this.checks = checks;
    this.handovers = handovers;
  }

  Reply show(Request request) {
    Viewer viewer = request.viewer();
    List<HandoverDesk.Waiting> waiting = handovers.waiting(viewer);
    List<StaffChecks.Seen> reminders = checks.reminders(viewer);
    request.shows(waiting.stream().map(one -> Subject.of(one.file())).distinct().toList());
    return new Model()
        .with("absences", absences.mine(viewer))
        .with("away", away(viewer))
        .with("leads", viewer.may(Staff.WRITE))
        .with("me", viewer.staff())
        .with("waiting", waiting)
        .with("checks", reminders.stream().limit(MOST).toList())
        .with("more", Math.max(0, reminders.size() - MOST))
        .page("staff-card");
  }

  /** Of whoever leads the staff: who is away today, and absences for which nobody stands in yet. */
  private List<AbsenceSeen> away(Viewer viewer) {
    return viewer.may(Staff.WRITE)
        ? absences.all(viewer, null, LOOKED).items().stream()
            .filter(one -> !one.staff().equals(viewer.staff()))
            .filter(
                one ->
                    !one.since().isAfter(viewer.today())
                        || one.deputyAway()
                        || one.lacking()
                        || one.deputy() != null && one.confirmedOn() == null)
            .limit(MOST)
            .toList()
        : List.of();
  }
}
