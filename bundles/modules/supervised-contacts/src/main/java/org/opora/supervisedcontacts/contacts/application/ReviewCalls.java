package org.opora.supervisedcontacts.contacts.application;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.StaffId;
import org.opora.api.tasks.Tasks;
import org.opora.api.tasks.Tasks.NewTask;
import org.opora.api.text.Messages;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.domain.Misses;
import org.opora.supervisedcontacts.contacts.persistence.OneContact;

/**
 * After two contacts in a row for which the parent did not come, somebody goes through the plan with
 * the authority. The plan itself stays as it is: only people change it.
 */
record ReviewCalls(
    Tasks tasks, CaseFiles files, ContactFigures figures, Messages messages) {
  /** Longer rows call again, and are looked at no further back. */
  private static final int MOST = 40;

  /** A contact did not take place for the parent, and that is written already. */
  void look(EntityManager em, Viewer viewer, Collection<ContactChild> children) {
    em.flush();
    for (ContactChild child : children) {
      Misses misses = Misses.endingWith(new OneContact(em).latest(child.plan().value(), MOST));
      if (misses.calls()) {
        tasks.put(viewer, task(viewer, child, misses.last()));
      }
    }
  }

  /** It took place after all: what followed from that it did not is not asked for any more. */
  void withdraw(Collection<ContactChild> children) {
    children.forEach(
        child -> tasks.withdraw(SupervisedContactsModule.ID, key(child.id().value())));
  }

  private NewTask task(Viewer viewer, ContactChild child, UUID miss) {
    return new NewTask(
        SupervisedContactsModule.ID,
        key(miss),
        child.caseFile(),
        Subject.of(child.childFile()),
        messages.title("task.review-plan"),
        doer(viewer, child),
        viewer.today().plusDays(figures.reviewDays(viewer.today())),
        SupervisedContactsModule.HOME + "/plans/" + child.plan());
  }

  /** The key worker of the family, where the viewer may know; otherwise whoever writes it down. */
  private StaffId doer(Viewer viewer, ContactChild child) {
    CaseFiles.Header header =
        files.headers(viewer, List.of(child.caseFile())).get(child.caseFile());
    return header == null || header.keyWorker() == null ? viewer.staff() : header.keyWorker();
  }

  /** Of its own: the contact has none, and a task has one for each record. */
  static UUID key(UUID miss) {
    return UUID.nameUUIDFromBytes(("review:" + miss).getBytes(StandardCharsets.UTF_8));
  }
}
