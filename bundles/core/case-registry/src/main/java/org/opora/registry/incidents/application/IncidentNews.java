package org.opora.registry.incidents.application;

import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.inbox.Inbox;
import org.opora.api.text.Messages;
import org.opora.registry.incidents.domain.Incident;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whom the house tells of an incident: those who are named as having done something about it. No
 * incident stands in a chronology. Everybody who is anything to the file reads that, its pages are
 * printed for the carers, and of an incident even the day belongs to those who may open it; the tab
 * and the card are its list.
 */
@Component(service = IncidentNews.class)
public final class IncidentNews {
  private final Inbox inbox;
  private final Messages messages;

  @Activate
  public IncidentNews(@Reference Inbox inbox, @Reference Messages messages) {
    this.inbox = inbox;
    this.messages = messages;
  }

  /** Nobody is told of what they wrote themselves. */
  void did(Viewer viewer, StaffId doer, Incident row) {
    if (!doer.equals(viewer.staff())) {
      inbox.tell(doer, messages.title("inbox.incident"), page(row));
    }
  }

  /** What the house told somebody of it, who must not know of it, or had nothing to do with it. */
  void takeBack(StaffId doer, Incident row) {
    inbox.takeBack(doer, page(row));
  }

  private static String page(Incident row) {
    return "/incidents/" + row.id();
  }
}
