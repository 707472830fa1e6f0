package org.opora.supervisedcontacts.contacts.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Transactions;
import org.opora.api.timeline.Timeline;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.domain.Attendance;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.domain.ContactRecord;
import org.opora.supervisedcontacts.contacts.persistence.ContactQueries;
import org.opora.supervisedcontacts.contacts.persistence.ContactRow;
import org.opora.supervisedcontacts.contacts.persistence.ContactsOfChild;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What contacts hold about a person, as a child or as somebody whom a child meets, for the person's
 * own extract and for the end of the records. Whoever asks decides who may.
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
   * @param contacts as a child, from the earliest
   * @param written keys of those lines in which something is written that may speak of others
   * @param met contacts to which the person was to come for somebody else, each once
   */
  public record Kept(List<ContactRow> contacts, Set<UUID> written, List<ContactRow> met) {}

  public Kept kept(Set<PersonId> person) {
    return transactions.read(
        em -> {
          ContactsOfChild rows = new ContactsOfChild(em, keys(person));
          Set<UUID> written =
              rows.children().stream()
                  .filter(ContactChild::hasWords)
                  .map(child -> child.id().value())
                  .collect(Collectors.toSet());
          rows.records().stream()
              .map(record -> record.contactChild().value())
              .forEach(written::add);
          List<UUID> met =
              rows.attendances().stream().map(one -> one.contact().value()).distinct().toList();
          return new Kept(rows.contacts(), written, once(ContactQueries.ofContacts(em, met)));
        });
  }

  private static List<ContactRow> once(List<ContactRow> rows) {
    return List.copyOf(
        rows.stream()
            .collect(
                Collectors.toMap(
                    ContactRow::id, row -> row, (first, other) -> first, LinkedHashMap::new))
            .values());
  }

  /**
   * What was observed and every word go, and so do the lines in the child's story. That a contact
   * took place or did not, and on what day, stays: it is counted, and tells of nobody. Who it was
   * whom somebody else's child met is not known any more.
   */
  public void forget(Set<PersonId> person) {
    transactions.run(
        em -> {
          ContactsOfChild rows = new ContactsOfChild(em, keys(person));
          List<ContactRecord> records = rows.records();
          records.forEach(em::remove);
          for (ContactChild child : rows.children()) {
            child.forget();
            timeline.withdraw(SupervisedContactsModule.ID, child.id().value());
          }
          rows.attendances().forEach(Attendance::forget);
        });
  }

  private static List<UUID> keys(Set<PersonId> person) {
    return person.stream().map(PersonId::value).toList();
  }
}
