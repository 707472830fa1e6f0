package org.opora.registry.complaints.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Decision;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.registry.complaints.domain.DataRequest;
import org.opora.registry.complaints.persistence.DataRequestQueries;
import org.opora.registry.shared.application.Walled;

/**
 * Who may have to do with a request about personal data: whoever answers such requests, but nobody
 * from whom a wall keeps the person it is about, under any of their keys. The lists of {@link
 * DataRequestQueries} follow the same rule.
 */
record DataRequestDoor(Access access, AuditTrail audit, Aliases aliases, People people) {
  /** What the viewer may read of them. */
  DataRequestQueries queries(EntityManager em, Viewer viewer) {
    return new DataRequestQueries(em, walled(em, viewer));
  }

  /**
   * @throws NotFound when a wall closes it
   */
  void require(EntityManager em, Viewer viewer, String permission, DataRequest row) {
    PersonId about = row.person();
    if (about != null && walled(em, viewer).contains(about.value())) {
      throw denied(viewer, permission, about);
    }
  }

  /**
   * Somebody is put into a request.
   *
   * @param before whom it was about; they stay, whether the viewer may see them or not
   * @throws NotFound when the viewer may not know of the person
   */
  void requireKnown(EntityManager em, Viewer viewer, PersonId person, PersonId before) {
    if (person == null || Objects.equals(person, before)) {
      return;
    }
    access.require(viewer, People.READ, Subject.of(person));
    if (walled(em, viewer).contains(person.value())) {
      throw denied(viewer, People.READ, person);
    }
    if (people.names(viewer, List.of(person)).isEmpty()) {
      throw new NotFound();
    }
  }

  private Set<UUID> walled(EntityManager em, Viewer viewer) {
    return new Walled(aliases).before(em, viewer.staff(), viewer.today());
  }

  private NotFound denied(Viewer viewer, String permission, PersonId person) {
    audit.denied(viewer, permission, List.of(Subject.of(person)), Decision.WALL);
    return new NotFound();
  }
}
