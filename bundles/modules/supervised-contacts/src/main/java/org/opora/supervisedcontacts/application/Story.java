package org.opora.supervisedcontacts.application;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.access.DataClass;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.text.Messages;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.domain.Contact;
import org.opora.supervisedcontacts.domain.ContactPlan;

/**
 * The module's lines in the story of the child. The same plan or contact again replaces its line.
 */
record Story(Timeline timeline, Messages messages) {
  private static final String ROOT = "/m/" + SupervisedContactsModule.ID;

  void tell(Viewer viewer, ContactPlan plan, LocalDate validFrom) {
    put(
        viewer,
        "contact-plan",
        plan.id().value(),
        Subject.of(plan.childFile()),
        validFrom,
        "timeline.plan",
        ROOT + "/plans/" + plan.id());
  }

  void tell(Viewer viewer, Contact contact, String title) {
    put(
        viewer,
        "supervised-contact",
        contact.id().value(),
        Subject.of(contact.childFile()),
        LocalDate.ofInstant(contact.slot().start(), viewer.zone()),
        title,
        ROOT + "/contacts/" + contact.id());
  }

  private void put(
      Viewer viewer,
      String kind,
      UUID source,
      Subject subject,
      LocalDate on,
      String title,
      String href) {
    timeline.put(
        viewer,
        new Timeline.NewEntry(
            SupervisedContactsModule.ID,
            kind,
            source,
            subject,
            on,
            SupervisedContactsModule.READ,
            DataClass.CONTACT_FACTS,
            messages.title(title),
            href));
  }
}
