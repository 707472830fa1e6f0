package org.opora.supervisedcontacts.agreements.contributions;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.ids.PersonId;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.agreements.application.AgreementData;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Agreements on contact: about a child, and of whoever signed. What is ruled in them speaks of
 * others, so each is looked at before it is handed out.
 */
@Component
public final class AgreementsPersonData implements PersonDataOwner {
  private static final Text LABEL =
      Text.of(SupervisedContactsModule.ORIGIN, "person-data.agreement");
  private static final Text SIGNED =
      Text.of(SupervisedContactsModule.ORIGIN, "person-data.signature");
  private final AgreementData data;

  @Activate
  public AgreementsPersonData(@Reference AgreementData data) {
    this.data = data;
  }

  @Override
  public long count(Set<PersonId> person) {
    return data.of(person).size() + (long) data.signedBy(person).size();
  }

  @Override
  public List<Fact> export(Set<PersonId> person) {
    return data.signedBy(person).stream()
        .map(one -> new Fact(SIGNED, one.day().toString()))
        .toList();
  }

  @Override
  public List<Review> review(Set<PersonId> person) {
    return Stream.concat(
            data.of(person).stream().map(row -> review(LABEL, row.key(), row.key())),
            data.signedBy(person).stream()
                .map(one -> review(SIGNED, one.id(), one.agreement().value())))
        .toList();
  }

  private static Review review(Text label, UUID record, UUID agreement) {
    return new Review(label, record, SupervisedContactsModule.HOME + "/agreements/" + agreement);
  }

  @Override
  public void erase(Set<PersonId> person) {
    data.forget(person);
  }
}
