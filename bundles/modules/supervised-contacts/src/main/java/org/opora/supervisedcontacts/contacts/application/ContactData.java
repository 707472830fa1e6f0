package org.opora.supervisedcontacts.contacts.application;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Transactions;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactRecord;
import org.opora.supervisedcontacts.contacts.persistence.ContactsOfChild;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What contacts hold about a child, for the child's own extract and for the end of the records.
 * Whoever asks decides who may.
 */
@Component(service = ContactData.class)
public final class ContactData {
  private final Transactions transactions;
  private final Timeline timeline;

  @Activate
  public ContactData(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Timeline timeline) {
    this.transactions = transactions;
    this.timeline = timeline;
  }

  /**
   * @param contacts from the earliest
   * @param written keys of the contacts at which something was observed
   */
  public record Held(List<Contact> contacts, Set<UUID> written) {}

  public Held held(Set<PersonId> child) {
    return transactions.read(
        em -> {
          ContactsOfChild rows = new ContactsOfChild(em, keys(child));
          return new Held(
              rows.contacts(),
              rows.records().stream().map(ContactRecord::contact).collect(Collectors.toSet()));
        });
  }

  /**
   * What was observed and every word go, and so do the lines in the child's story. That a contact
   * took place or did not, and on what day, stays: it is counted, and tells of nobody.
   */
  public void forget(Set<PersonId> child) {
    transactions.run(
        em -> {
          ContactsOfChild rows = new ContactsOfChild(em, keys(child));
          rows.records().forEach(em::remove);
          for (Contact contact : rows.contacts()) {
            contact.forget();
            timeline.withdraw(SupervisedContactsModule.ID, contact.id().value());
          }
        });
  }

  private static List<UUID> keys(Set<PersonId> child) {
    return child.stream().map(PersonId::value).toList();
  }
}
