package org.opora.supervisedcontacts.contacts.contributions;

import java.util.List;
import java.util.Set;
import org.opora.api.ids.PersonId;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.ContactData;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A child's contacts. The extract says of which day each was and what became of it; what was
 * observed and why somebody cancelled may speak of others, so each is looked at before it is handed
 * out.
 */
@Component
public final class ContactsPersonData implements PersonDataOwner {
  private final ContactData data;

  @Activate
  public ContactsPersonData(@Reference ContactData data) {
    this.data = data;
  }

  @Override
  public long count(Set<PersonId> person) {
    return data.held(person).contacts().size();
  }

  @Override
  public List<Fact> export(Set<PersonId> person) {
    return data.held(person).contacts().stream()
        .map(contact -> new Fact(label(contact), contact.day().toString()))
        .toList();
  }

  @Override
  public List<Review> review(Set<PersonId> person) {
    ContactData.Held held = data.held(person);
    return held.contacts().stream()
        .filter(one -> one.reason() != null || held.written().contains(one.id().value()))
        .map(
            contact ->
                new Review(
                    label(contact),
                    contact.id().value(),
                    SupervisedContactsModule.HOME + "/contacts/" + contact.id()))
        .toList();
  }

  @Override
  public void erase(Set<PersonId> person) {
    data.forget(person);
  }

  private static Text label(Contact contact) {
    return Text.of(SupervisedContactsModule.ORIGIN, "person-data.contact." + contact.state());
  }
}
