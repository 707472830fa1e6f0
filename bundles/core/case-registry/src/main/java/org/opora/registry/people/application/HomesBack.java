package org.opora.registry.people.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.opora.api.access.Aliases;
import org.opora.api.ids.PersonId;
import org.opora.api.people.NewPerson;
import org.opora.api.persistence.Keys;
import org.opora.registry.people.domain.OfPerson;
import org.opora.registry.people.domain.Person;
import org.opora.registry.people.domain.PersonAddress;
import org.opora.registry.people.domain.PersonReach;
import org.opora.registry.people.domain.ReachKind;

/**
 * Two entries that were taken for one person are two people: what a move written on the one has
 * ended for the other never ended. Where somebody has written down another home, phone or e-mail
 * since, that counts.
 */
final class HomesBack {
  private final Aliases aliases;
  private final PersonSeals own;
  private final RecordSeals seals;

  HomesBack(Aliases aliases, Keys keys) {
    this.aliases = aliases;
    this.own = new PersonSeals(keys);
    this.seals = new RecordSeals(keys);
  }

  /**
   * In the transaction in which they were parted; their rows are held.
   *
   * @param keys all under which the person was known until now
   * @return whose whereabouts were given back
   */
  List<PersonId> give(EntityManager em, Set<PersonId> keys) {
    return keys.stream().filter(key -> give(em, em.find(Person.class, key.value()))).toList();
  }

  private boolean give(EntityManager em, Person person) {
    PersonAddress home = null;
    for (PersonAddress row : rows(em, PersonAddress.class, person)) {
      if (another(row, row.endedBy())) {
        row.endedBy(null);
        boolean later = home == null || row.period().until().isAfter(home.period().until());
        home = person.address() == null && later ? row : home;
      }
    }
    PersonReach phone = null;
    PersonReach email = null;
    for (PersonReach row : rows(em, PersonReach.class, person)) {
      if (another(row, row.endedBy())) {
        row.endedBy(null);
        phone = row.kind() == ReachKind.PHONE && person.phone() == null ? row : phone;
        email = row.kind() == ReachKind.EMAIL && person.email() == null ? row : email;
      }
    }
    if (home == null && phone == null && email == null) {
      return false;
    }
    LocalDate since = home == null ? person.addressSince() : home.period().from();
    own.whereabouts(
        person,
        new NewPerson(
            null,
            null,
            null,
            phone == null ? own.phone(person) : seals.detail(phone),
            email == null ? own.email(person) : seals.detail(email),
            home == null ? own.address(person) : seals.address(home),
            person.undisclosed()));
    person.livesAt(person.address(), since);
    Stream.of(home, phone, email).filter(Objects::nonNull).forEach(em::remove);
    return true;
  }

  private boolean another(OfPerson row, PersonId by) {
    return by != null && !aliases.idsOf(row.person()).contains(by);
  }

  private static <T extends OfPerson> List<T> rows(EntityManager em, Class<T> type, Person person) {
    return em.createQuery(
            "SELECT t FROM "
                + type.getSimpleName()
                + " t WHERE t.person = :person AND t.endedBy IS NOT NULL ORDER BY t.until, t.id",
            type)
        .setParameter("person", person.id().value())
        .getResultList();
  }
}
