package org.opora.supervisedcontacts.contacts.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Where;
import org.opora.api.faults.NotFound;
import org.opora.api.people.People;
import org.opora.api.persistence.Transactions;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.contacts.persistence.ContactQueries;
import org.opora.supervisedcontacts.contacts.persistence.ContactRow;
import org.opora.supervisedcontacts.contacts.persistence.OneContact;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which contacts the calendar may offer to be moved. */
@Component(service = MovableContacts.class)
public final class MovableContacts {
  private final Transactions transactions;
  private final Access access;
  private final ContactDoors doors;

  @Activate
  public MovableContacts(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Access access,
      @Reference People people) {
    this.transactions = transactions;
    this.access = access;
    this.doors = new ContactDoors(access, people);
  }

  /** Those still planned of which the viewer may change every child's part. */
  public Set<UUID> of(Viewer viewer, Collection<UUID> contacts) {
    return transactions.read(
        em -> {
          Map<UUID, Long> open =
              byContact(
                  ContactQueries.these(
                      em, access.scope(viewer, SupervisedContactsModule.WRITE), contacts));
          return byContact(ContactQueries.ofContacts(em, contacts)).entrySet().stream()
              .filter(all -> all.getValue().equals(open.get(all.getKey())))
              .map(Map.Entry::getKey)
              .collect(Collectors.toSet());
        });
  }

  /**
   * Whoever may not change every child's part is refused, with a row in the trail.
   *
   * @throws NotFound also when there is no such contact
   */
  public void require(Viewer viewer, UUID contact) {
    transactions.read(
        em -> {
          List<ContactChild> children = new OneContact(em).children(new ContactId(contact));
          if (children.isEmpty()) {
            throw new NotFound();
          }
          doors.require(viewer, SupervisedContactsModule.WRITE, children);
          return null;
        });
  }

  private static Map<UUID, Long> byContact(List<ContactRow> rows) {
    return rows.stream()
        .filter(row -> row.state() == ContactState.PLANNED)
        .collect(Collectors.groupingBy(ContactRow::id, Collectors.counting()));
  }

  /** Where it takes place when it goes out of the house, or back to where it was. */
  public Where outside(UUID contact) {
    return transactions.read(
        em -> Where.elsewhere(em.find(Contact.class, contact).place().wayMinutes()));
  }
}
