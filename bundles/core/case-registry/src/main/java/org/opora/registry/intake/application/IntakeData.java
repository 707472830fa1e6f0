package org.opora.registry.intake.application;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.persistence.Transactions;
import org.opora.registry.intake.domain.FirstContact;
import org.opora.registry.intake.domain.Inquiry;
import org.opora.registry.intake.persistence.DisposalQueries;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Chunks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What first contact stores about a carer: the inquiry and the first contact from which the
 * family's file came. What was said then may be about another carer of the same file, so it is
 * looked at before anything of it is handed out, and it stays as long as it may be theirs.
 */
@Component(service = PersonDataOwner.class)
public final class IntakeData implements PersonDataOwner {
  private static final String OF_CARERS =
      " t WHERE t.file IN (SELECT c.file FROM FileCarer c WHERE c.person IN :known)";
  private static final String OF_THEM_ALONE =
      OF_CARERS
          + " AND NOT EXISTS (SELECT o.id FROM FileCarer o, Person p WHERE p.id = o.person"
          + " AND o.file = t.file AND o.person NOT IN :known"
          + " AND (p.familyN <> '' OR p.givenN <> ''))";
  private final Transactions tx;

  @Activate
  public IntakeData(@Reference(target = "(opora.unit=case-registry)") Transactions tx) {
    this.tx = tx;
  }

  @Override
  public long count(Set<PersonId> person) {
    return person.isEmpty()
        ? 0
        : tx.read(em -> (long) inquiries(em, person).size() + contacts(em, person).size());
  }

  @Override
  public List<Fact> export(Set<PersonId> person) {
    return person.isEmpty()
        ? List.of()
        : tx.read(
            em ->
                inquiries(em, person).stream()
                    .map(row -> new Fact(Refusals.text("inquiry.title"), row.askedOn().toString()))
                    .toList());
  }

  @Override
  public List<Review> review(Set<PersonId> person) {
    return person.isEmpty() ? List.of() : tx.read(em -> review(em, person));
  }

  private static List<Review> review(EntityManager em, Set<PersonId> person) {
    List<Review> all = new ArrayList<>();
    inquiries(em, person).stream()
        .filter(row -> row.note() != null)
        .forEach(
            row ->
                all.add(
                    new Review(
                        Refusals.text("inquiry.title"), row.id(), "/inquiries/" + row.id())));
    contacts(em, person).stream()
        .filter(row -> row.words().says() != null)
        .forEach(
            row ->
                all.add(
                    new Review(Refusals.text("intake.entry"), row.id(), "/intake/" + row.id())));
    return all;
  }

  @Override
  public void erase(Set<PersonId> person) {
    if (person.isEmpty()) {
      return;
    }
    tx.run(
        em -> {
          List<UUID> known = Chunks.values(person);
          List<Inquiry> inquiries =
              em.createQuery("SELECT t FROM Inquiry" + OF_THEM_ALONE, Inquiry.class)
                  .setParameter("known", known)
                  .getResultList();
          inquiries.forEach(Inquiry::forgetWords);
          new DisposalQueries(em).forgetReasons(inquiries.stream().map(Inquiry::id).toList());
          em.createQuery("SELECT t FROM FirstContact" + OF_THEM_ALONE, FirstContact.class)
              .setParameter("known", known)
              .getResultList()
              .forEach(FirstContact::forgetWords);
        });
  }

  private static List<Inquiry> inquiries(EntityManager em, Set<PersonId> person) {
    return em.createQuery("SELECT t FROM Inquiry" + OF_CARERS + " ORDER BY t.id", Inquiry.class)
        .setParameter("known", Chunks.values(person))
        .getResultList();
  }

  private static List<FirstContact> contacts(EntityManager em, Set<PersonId> person) {
    return em.createQuery(
            "SELECT t FROM FirstContact" + OF_CARERS + " ORDER BY t.id", FirstContact.class)
        .setParameter("known", Chunks.values(person))
        .getResultList();
  }
}
