package org.opora.supervisedcontacts.contacts.application;

import java.util.Collection;
import org.opora.api.access.Viewer;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.shared.application.Story;

/** A contact has a line in the story of each of its children: each family reads its own. */
record ContactStory(Story story) {
  /**
   * @param title key of a text without content
   */
  void tell(Viewer viewer, Contact contact, Collection<ContactChild> children, String title) {
    for (ContactChild child : children) {
      story.tell(
          viewer,
          "supervised-contact",
          child.id().value(),
          child.whose(),
          contact.span().day(),
          title,
          "/contacts/" + contact.id());
    }
  }
}
