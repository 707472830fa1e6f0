package org.opora.supervisedcontacts.contributions;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.opora.api.ids.PersonId;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.application.ChildData;
import org.opora.supervisedcontacts.domain.Contact;
import org.opora.supervisedcontacts.domain.ContactPlan;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the module knows about a child: its plans and contacts. The extract says what there is and
 * of which day. Who is named in a plan, what was observed and why somebody cancelled may speak of
 * others, so each is looked at before it is handed out.
 */
@Component
public final class ContactsPersonData implements PersonDataOwner {
  private final ChildData data;

  @Activate
  public ContactsPersonData(@Reference ChildData data) {
    this.data = data;
  }

  @Override
  public long count(Set<PersonId> person) {
    return data.count(person);
  }

  @Override
  public List<Fact> export(Set<PersonId> person) {
    ChildData.Held held = data.held(person);
    return Stream.concat(
            held.plans().stream().map(plan -> new Fact(text("person-data.plan"), days(plan))),
            held.contacts().stream()
                .map(
                    contact ->
                        new Fact(
                            text("person-data.contact." + contact.state()),
                            contact.day().toString())))
        .toList();
  }

  private static String days(ContactPlan plan) {
    return plan.validUntil() == null
        ? plan.validFrom() + " –"
        : plan.validFrom() + " – " + plan.validUntil();
  }

  @Override
  public List<Review> review(Set<PersonId> person) {
    ChildData.Held held = data.held(person);
    return Stream.concat(
            held.plans().stream().map(ContactsPersonData::review),
            held.contacts().stream()
                .filter(one -> one.reason() != null || held.written().contains(one.id().value()))
                .map(ContactsPersonData::review))
        .toList();
  }

  private static Review review(ContactPlan plan) {
    return new Review(
        text("person-data.plan"),
        plan.id().value(),
        SupervisedContactsModule.HOME + "/plans/" + plan.id());
  }

  private static Review review(Contact contact) {
    return new Review(
        text("person-data.contact." + contact.state()),
        contact.id().value(),
        SupervisedContactsModule.HOME + "/contacts/" + contact.id());
  }

  @Override
  public void erase(Set<PersonId> person) {
    data.forget(person);
  }

  private static Text text(String key) {
    return Text.of(SupervisedContactsModule.ORIGIN, key);
  }
}
