package org.opora.registry.people.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.people.NewPerson;
import org.opora.registry.people.domain.Fold;
import org.opora.registry.people.domain.FormerName;
import org.opora.registry.people.domain.Person;
import org.opora.registry.people.domain.PersonWord;
import org.opora.registry.shared.application.Refusals;

/** Puts what was written down about a person into the row and into the words it is found by. */
final class PersonWriter {
  private static final int NAME = 200;
  private static final int LINE = 200;
  private static final LocalDate EARLIEST = LocalDate.of(1880, 1, 1);
  private final PersonSeals seals;

  PersonWriter(PersonSeals seals) {
    this.seals = seals;
  }

  void check(NewPerson person, LocalDate today) {
    if (person.name() == null || person.name().spoken().isEmpty()) {
      throw Refusals.refused("family", "refused.name");
    }
    Refusals.optional("given", person.name().given(), NAME);
    Refusals.optional("family", person.name().family(), NAME);
    LocalDate born = person.birthDate();
    if (born != null && (born.isAfter(today) || born.isBefore(EARLIEST))) {
      throw Refusals.refused("birthDate", "refused.birth-date", born);
    }
    Refusals.optional("nationalId", person.nationalId(), 40);
    Refusals.optional("phone", person.phone(), LINE);
    String email = Refusals.optional("email", person.email(), LINE);
    if (email != null && email.indexOf('@') < 1) {
      throw Refusals.refused("email", "refused.email", email);
    }
    if (person.address() != null) {
      Refusals.optional("street", person.address().street(), LINE);
      Refusals.optional("town", person.address().town(), LINE);
      Refusals.optional("postalCode", person.address().postalCode(), 20);
    }
  }

  /**
   * @param whereabouts whether phone, e-mail and address are written, too; a viewer who may not see
   *     them cannot change them
   */
  void write(Person row, NewPerson person, boolean whereabouts) {
    row.name(person.name().given(), person.name().family());
    row.born(person.birthDate());
    String written = Refusals.optional("nationalId", person.nationalId(), 40);
    seals.identifier(row, written);
    if (whereabouts) {
      seals.whereabouts(row, person);
    }
  }

  /**
   * Words beyond the first of each part, because the others are found through the name itself; and
   * all words of former names.
   */
  void words(EntityManager em, Person row) {
    em.createQuery("DELETE FROM PersonWord w WHERE w.person = :person")
        .setParameter("person", row.id().value())
        .executeUpdate();
    Set<String> further = beyondFirst(row);
    em.createQuery("SELECT n FROM FormerName n WHERE n.person = :person", FormerName.class)
        .setParameter("person", row.id().value())
        .getResultList()
        .forEach(former -> further.addAll(Fold.words(former.name().spoken())));
    write(em, row, further);
  }

  /** The same for a row that has none yet, and no former names. */
  void newWords(EntityManager em, Person row) {
    write(em, row, beyondFirst(row));
  }

  private static Set<String> beyondFirst(Person row) {
    Set<String> further = new LinkedHashSet<>();
    further.addAll(beyondFirst(row.given()));
    further.addAll(beyondFirst(row.family()));
    return further;
  }

  private static void write(EntityManager em, Person row, Set<String> further) {
    if (!further.isEmpty()) {
      // The words name the person's row.
      em.flush();
      PersonId person = row.id();
      further.forEach(word -> em.persist(new PersonWord(Ids.next(), word, person)));
    }
  }

  private static List<String> beyondFirst(String name) {
    List<String> words = Fold.words(name);
    return words.size() < 2 ? List.of() : words.subList(1, words.size());
  }
}
