package org.opora.supervisedcontacts.contacts.application;

import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.supervisedcontacts.contacts.application.ContactDoors.Held;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;

/** What follows from what became of a contact, whoever wrote it down. */
record Aftermath(
    Proof proof, TimeSpent time, FacilitatorReach reach, ContactStory story, AuditTrail audit) {
  /**
   * @param act by which the trail knows it
   */
  void wrote(Viewer viewer, Held held, String act) {
    proof.of(held.contact(), held.children(), held.attendance());
    time.of(held.contact(), held.children());
    reach.settle(viewer, held.contact(), held.children());
    story.tell(viewer, held.contact(), held.children(), "timeline." + held.contact().state());
    audit.wrote(
        viewer,
        act,
        held.children().stream().map(ContactChild::childFile).map(Subject::of).toList());
  }
}
