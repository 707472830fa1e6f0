package org.opora.registry.staff.web;

import java.util.List;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.web.Reply;
import org.opora.api.web.Request;
import org.opora.registry.files.application.HandoverDesk;
import org.opora.registry.shared.web.Model;
import org.opora.registry.staff.application.Absences;
import org.opora.registry.staff.application.StaffChecks;

/** On Today: who stands in for whom, protocols that wait for me, papers that run out. */
final class StaffCardPage {
  private static final int MOST = 8;
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
        .with("me", viewer.staff())
        .with("waiting", waiting)
        .with("checks", reminders.stream().limit(MOST).toList())
        .with("more", Math.max(0, reminders.size() - MOST))
        .page("staff-card");
  }
}
