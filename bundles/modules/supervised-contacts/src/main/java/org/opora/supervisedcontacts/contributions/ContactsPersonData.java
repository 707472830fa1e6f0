package org.opora.supervisedcontacts.contributions;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.ids.PersonId;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the module knows about a child: its plans and contacts. */
@Component
public final class ContactsPersonData implements PersonDataOwner {
  private final Transactions transactions;

  @Activate
  public ContactsPersonData(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public long count(Set<PersonId> person) {
    return transactions.read(
        em ->
            em.createQuery("SELECT COUNT(c) FROM Contact c WHERE c.child IN :people", Long.class)
                    .setParameter("people", keys(person))
                    .getSingleResult()
                + em.createQuery(
                        "SELECT COUNT(p) FROM ContactPlan p WHERE p.child IN :people", Long.class)
                    .setParameter("people", keys(person))
                    .getSingleResult());
  }

  @Override
  public List<Fact> export(Set<PersonId> person) {
    return transactions.read(
        em ->
            em.createQuery(
                    "SELECT c.start, c.state FROM Contact c WHERE c.child IN :people ORDER BY c.start",
                    Object[].class)
                .setParameter("people", keys(person))
                .getResultStream()
                .map(
                    row ->
                        new Fact(
                            Text.of(SupervisedContactsModule.ORIGIN, "state." + row[1]),
                            row[0].toString()))
                .toList());
  }

  /**
   * Texts and names end with the key of the child's sub-file; what stays are dates that name
   * nobody.
   */
  @Override
  public void erase(Set<PersonId> person) {
    transactions.run(
        em ->
            em.createQuery("UPDATE Contact c SET c.reason = NULL WHERE c.child IN :people")
                .setParameter("people", keys(person))
                .executeUpdate());
  }

  private static Set<UUID> keys(Set<PersonId> person) {
    return person.stream().map(PersonId::value).collect(Collectors.toSet());
  }
}
