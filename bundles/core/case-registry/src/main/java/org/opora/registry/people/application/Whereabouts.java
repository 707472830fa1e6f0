package org.opora.registry.people.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.registry.people.domain.Period;
import org.opora.registry.people.domain.Person;
import org.opora.registry.people.persistence.PeopleQueries;
import org.opora.registry.people.persistence.SecretPeople;
import org.opora.registry.people.persistence.StayPeriod;
import org.opora.registry.shared.application.Refusals;

/**
 * The one rule about who learns where somebody is and how to reach them: while it is not to be told
 * under any key of the person, or of anybody who lives with the same family or in the same
 * household today, only those who may see whereabouts.
 */
final class Whereabouts {
  private final Access access;

  Whereabouts(Access access) {
    this.access = access;
  }

  /** Whether the whereabouts of the person with these keys are not to be told. */
  static boolean kept(EntityManager em, List<UUID> known, LocalDate today) {
    return !new SecretPeople(em).among(known, today).isEmpty();
  }

  /** Whether the viewer may see whereabouts that are not to be told. */
  boolean may(Viewer viewer, PersonId person) {
    return access.decide(viewer, People.WHEREABOUTS, Subject.of(person)).allowed();
  }

  /** What the viewer may learn of the person with these keys. */
  Sight sight(EntityManager em, Viewer viewer, List<UUID> known) {
    Set<UUID> reached =
        known.stream()
            .filter(
                key -> access.decide(viewer, People.READ, Subject.of(new PersonId(key))).allowed())
            .collect(Collectors.toSet());
    return new Sight(
        kept(em, known, viewer.today()),
        reached.stream().anyMatch(key -> may(viewer, new PersonId(key))),
        reached,
        stays(em, viewer, known));
  }

  /** The stays of a child, seen from the families whose files the viewer may open. */
  private Stays stays(EntityManager em, Viewer viewer, List<UUID> known) {
    PeopleQueries queries = new PeopleQueries(em);
    List<StayPeriod> stays = queries.stays(known);
    Set<UUID> open = new HashSet<>();
    if (!stays.isEmpty()) {
      Scope scope = access.scope(viewer, CaseFiles.READ);
      queries.everAsChild(scope, known).forEach(file -> open.add(file.file()));
    }
    return Stays.from(stays, open, viewer.today());
  }

  /** The same, seen from where the child lives on that day, whoever asks. */
  static Stays stays(EntityManager em, List<UUID> known, LocalDate day) {
    return Stays.at(new PeopleQueries(em).stays(known), day);
  }

  /**
   * What is written of a child without a day would be taken for what a former family left behind.
   *
   * @param stands the day that stands there now; or null
   * @throws org.opora.api.faults.Refused when the viewer would not see what they write
   */
  Period dated(
      EntityManager em,
      Viewer viewer,
      PersonId key,
      List<UUID> known,
      Period period,
      LocalDate stands) {
    if (period.over(viewer.today())) {
      return period;
    }
    boolean moved = stays(em, known, viewer.today()).leftBehind(key, null);
    LocalDate from = period.from() == null && moved ? stands : period.from();
    seen(sight(em, viewer, known), key, from);
    return new Period(from, period.until());
  }

  /**
   * @throws org.opora.api.faults.Refused when the viewer would not see what they write
   */
  static void seen(Sight sight, PersonId key, LocalDate from) {
    if (sight.leftBehind(key, from)) {
      throw Refusals.refused("from", "address.from-elsewhere");
    }
  }

  /** Who cannot see them cannot change them either. */
  void require(EntityManager em, Viewer viewer, PersonId person, List<UUID> known) {
    if (kept(em, known, viewer.today())) {
      access.require(viewer, People.WHEREABOUTS, Subject.of(person));
    }
  }

  /**
   * @throws org.opora.api.faults.Refused while somebody is named who must not learn of them
   */
  void mayBeTold(EntityManager em, Person row, LocalDate today) {
    long named =
        em.createQuery(
                "SELECT COUNT(k.id) FROM KeptFrom k WHERE k.person = :person AND (k.until IS NULL"
                    + " OR k.until >= :today)",
                Long.class)
            .setParameter("person", row.id().value())
            .setParameter("today", today)
            .getSingleResult();
    if (row.undisclosed() && named > 0) {
      throw Refusals.refused("undisclosed", "kept.still");
    }
  }
}
