package org.opora.supervisedcontacts.contacts.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import org.opora.api.access.Viewer;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.domain.Misses;
import org.opora.supervisedcontacts.contacts.persistence.OneContact;
import org.opora.supervisedcontacts.shared.application.Reminders;

/**
 * After two contacts in a row for which the parent did not come, somebody goes through the plan
 * with the authority. The plan itself stays as it is: only people change it.
 */
record ReviewCalls(Reminders reminders, ContactFigures figures) {
  private static final String PURPOSE = "contact-misses";

  /** Longer rows call again, and are looked at no further back. */
  private static final int MOST = 40;

  /** A contact did not take place for the parent, and that is written already. */
  void look(EntityManager em, Viewer viewer, Collection<ContactChild> children) {
    em.flush();
    LocalDate due = viewer.today().plusDays(figures.reviewDays(viewer.today()));
    for (ContactChild child : children) {
      Misses misses = Misses.endingWith(new OneContact(em).latest(child.plan().value(), MOST));
      if (misses.calls()) {
        reminders.put(
            viewer,
            PURPOSE,
            misses.last(),
            child.whose(),
            due,
            "task.review-plan",
            "/plans/" + child.plan());
      }
    }
  }

  /** It took place after all: what followed from that it did not is not asked for any more. */
  void withdraw(Collection<ContactChild> children) {
    children.forEach(child -> reminders.withdraw(PURPOSE, child.key()));
  }
}
