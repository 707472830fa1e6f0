package org.opora.registry.incidents.application;

import org.opora.api.access.DataClass;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.inbox.Inbox;
import org.opora.api.incidents.Incidents;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.registry.incidents.domain.Incident;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whom the house tells of an incident. A suspicion, and whatever names somebody, stands in no
 * chronology: carers look into their file, its pages are printed for them, and a wall at somebody
 * who is named closes the incident but not the file.
 */
@Component(service = IncidentNews.class)
public final class IncidentNews {
  private final Timeline timeline;
  private final Inbox inbox;
  private final Messages messages;

  @Activate
  public IncidentNews(
      @Reference Timeline timeline, @Reference Inbox inbox, @Reference Messages messages) {
    this.timeline = timeline;
    this.inbox = inbox;
    this.messages = messages;
  }

  /**
   * @param names whether it names people of the register, or others
   */
  void happened(Viewer viewer, Incident row, boolean names) {
    if (row.kind().notification() || names) {
      names(row);
      return;
    }
    timeline.put(
        viewer,
        new Timeline.NewEntry(
            Refusals.BUNDLE,
            "incident",
            row.id(),
            Subject.of(row.file()),
            row.happenedOn(),
            Incidents.READ,
            DataClass.INCIDENTS,
            messages.title("timeline.incident"),
            page(row)));
  }

  /** It names somebody now. */
  void names(Incident row) {
    timeline.withdraw(Refusals.BUNDLE, row.id());
  }

  /** Nobody is told of what they wrote themselves. */
  void did(Viewer viewer, StaffId doer, Incident row) {
    if (!doer.equals(viewer.staff())) {
      inbox.tell(doer, messages.title("inbox.incident"), page(row));
    }
  }

  /** What the house told somebody of it, who must not know of it any more. */
  void takeBack(StaffId doer, Incident row) {
    inbox.takeBack(doer, page(row));
  }

  private static String page(Incident row) {
    return "/incidents/" + row.id();
  }
}
