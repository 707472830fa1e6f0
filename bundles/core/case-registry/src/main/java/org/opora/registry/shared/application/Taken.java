package org.opora.registry.shared.application;

import org.opora.api.access.Access;
import org.opora.api.access.Decision;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;

/**
 * Somebody who is taken into a file, a household or a relationship: the viewer must know them by
 * more than an emergency, or hours of reading would become a relation that lasts.
 */
public record Taken(Access access) {
  private static final String BY_EMERGENCY = "relation:" + RelationKind.EMERGENCY;

  /**
   * @throws org.opora.api.faults.NotFound when the viewer may not know of the person
   * @throws org.opora.api.faults.NotAllowed when they do by an emergency alone
   */
  public void require(Viewer viewer, PersonId person) {
    Subject subject = Subject.of(person);
    Decision known = access.decide(viewer, People.READ, subject);
    if (byEmergency(known)) {
      access.require(viewer, People.WRITE, subject);
    } else if (!known.allowed()) {
      access.require(viewer, People.READ, subject);
    }
  }

  /** Whether the viewer knows the person by more than an emergency. */
  public boolean knows(Viewer viewer, PersonId person) {
    Decision known = access.decide(viewer, People.READ, Subject.of(person));
    return known.allowed() && !byEmergency(known);
  }

  private static boolean byEmergency(Decision known) {
    return BY_EMERGENCY.equals(known.reason());
  }
}
