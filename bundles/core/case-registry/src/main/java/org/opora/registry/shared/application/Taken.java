package org.opora.registry.shared.application;

import org.opora.api.access.Access;
import org.opora.api.access.Decision;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;

/**
 * Somebody who is taken into a file, a household or a relationship: the viewer must know them by
 * more than what is lent for reading, or hours of it would become a relation that lasts.
 */
public record Taken(Access access) {
  /**
   * @throws org.opora.api.faults.NotFound when the viewer may not know of the person
   * @throws org.opora.api.faults.NotAllowed when they are only lent to the viewer for reading
   */
  public void require(Viewer viewer, PersonId person) {
    Subject subject = Subject.of(person);
    Decision known = access.decide(viewer, People.READ, subject);
    if (known.lent()) {
      access.require(viewer, People.WRITE, subject);
    } else if (!known.allowed()) {
      access.require(viewer, People.READ, subject);
    }
  }

  /** Whether the viewer knows the person by more than what is lent for reading. */
  public boolean knows(Viewer viewer, PersonId person) {
    Decision known = access.decide(viewer, People.READ, Subject.of(person));
    return known.allowed() && !known.lent();
  }
}
