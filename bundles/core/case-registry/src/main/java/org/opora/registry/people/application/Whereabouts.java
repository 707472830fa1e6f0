package org.opora.registry.people.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.registry.people.domain.Person;
import org.opora.registry.shared.application.Refusals;

/**
 * The one rule about who learns where somebody is and how to reach them: while it is not to be told
 * under any key of the person, only those who may see whereabouts.
 */
final class Whereabouts {
  private final Access access;

  Whereabouts(Access access) {
    this.access = access;
  }

  /** Whether the whereabouts of the person with these keys are not to be told. */
  boolean kept(EntityManager em, List<UUID> known) {
    return em.createQuery(
                "SELECT COUNT(p.id) FROM Person p WHERE p.id IN :known AND p.undisclosed = TRUE",
                Long.class)
            .setParameter("known", known)
            .getSingleResult()
        > 0;
  }

  /** Whether the viewer may see whereabouts that are not to be told. */
  boolean may(Viewer viewer, PersonId person) {
    return access.decide(viewer, People.WHEREABOUTS, Subject.of(person)).allowed();
  }

  boolean shown(EntityManager em, Viewer viewer, PersonId person, List<UUID> known) {
    return !kept(em, known) || may(viewer, person);
  }

  /** Who cannot see them cannot change them either. */
  void require(EntityManager em, Viewer viewer, PersonId person, List<UUID> known) {
    if (kept(em, known)) {
      access.require(viewer, People.WHEREABOUTS, Subject.of(person));
    }
  }

  /**
   * @throws org.opora.api.faults.Refused while somebody is named who must not learn of them
   */
  void mayBeTold(EntityManager em, Person row, LocalDate today) {
    long named =
        em.createQuery(
                "SELECT COUNT(k.id) FROM KeptFrom k WHERE k.person = :person AND (k.until IS NULL OR k.until >= :today)",
                Long.class)
            .setParameter("person", row.id().value())
            .setParameter("today", today)
            .getSingleResult();
    if (row.undisclosed() && named > 0) {
      throw Refusals.refused("undisclosed", "kept.still");
    }
  }
}
