package org.opora.supervisedcontacts.contacts.contributions;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.opora.api.ids.PersonId;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.ContactData;
import org.opora.supervisedcontacts.contacts.persistence.ContactRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Contacts of a child, and of whoever a child meets. The extract says of which day each was and
 * what became of it; what was observed and why somebody cancelled may speak of others, so each is
 * looked at before it is handed out. Which children somebody met is the children's, and is looked
 * at, too.
 */
@Component
public final class ContactsPersonData implements PersonDataOwner {
  private static final Text MET =
      Text.of(SupervisedContactsModule.ORIGIN, "person-data.contact.met");
  private final ContactData data;

  @Activate
  public ContactsPersonData(@Reference ContactData data) {
    this.data = data;
  }

  @Override
  public long count(Set<PersonId> person) {
    ContactData.Kept kept = data.kept(person);
    return kept.contacts().size() + kept.met().size();
  }

  @Override
  public List<Fact> export(Set<PersonId> person) {
    ContactData.Kept kept = data.kept(person);
    return Stream.concat(
            kept.contacts().stream().map(row -> new Fact(label(row), row.day().toString())),
            kept.met().stream().map(row -> new Fact(MET, row.day().toString())))
        .toList();
  }

  @Override
  public List<Review> review(Set<PersonId> person) {
    ContactData.Kept kept = data.kept(person);
    return Stream.concat(
            kept.contacts().stream()
                .filter(row -> kept.written().contains(row.key()))
                .map(row -> new Review(label(row), row.key(), page(row))),
            kept.met().stream().map(row -> new Review(MET, row.key(), page(row))))
        .toList();
  }

  @Override
  public void erase(Set<PersonId> person) {
    data.forget(person);
  }

  private static String page(ContactRow row) {
    return SupervisedContactsModule.HOME + "/contacts/" + row.id();
  }

  private static Text label(ContactRow row) {
    return Text.of(SupervisedContactsModule.ORIGIN, "person-data.contact." + row.state());
  }
}
