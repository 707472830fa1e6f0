package org.opora.documents.shared;

import org.opora.api.access.Access;
import org.opora.api.access.Decision;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.documents.DocumentsModule;

/**
 * Before whom a wall stands. What they are kept from is not there for them; nothing is recorded.
 */
public record Walled(Access access, People people) {
  /**
   * @param person under whichever key; null for nobody
   */
  public boolean from(Viewer viewer, PersonId person) {
    return person != null
        && people.idsOf(person).stream()
            .map(Subject::of)
            .map(subject -> access.decide(viewer, DocumentsModule.READ, subject))
            .map(Decision::reason)
            .anyMatch(Decision.WALL::equals);
  }
}
