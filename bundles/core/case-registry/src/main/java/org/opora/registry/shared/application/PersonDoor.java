package org.opora.registry.shared.application;

import java.util.List;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;

/**
 * Records of a person who may be known under several keys: whoever may see the person under any key
 * may see the record, unless a wall stands at its own.
 */
public record PersonDoor(Access access, Aliases aliases) {
  private static final String WALL = "wall";

  /**
   * @param written key under which the record is kept
   * @throws org.opora.api.faults.NotFound when the viewer may not know of the person
   */
  public void require(Viewer viewer, String permission, PersonId written) {
    PersonId asked =
        walled(viewer, permission, written)
            ? written
            : aliases.idsOf(written).stream()
                .filter(key -> access.decide(viewer, permission, Subject.of(key)).allowed())
                .findFirst()
                .orElse(written);
    access.require(viewer, permission, Subject.of(asked));
  }

  /** Every key of the person at which no wall stands; whoever asks has decided already. */
  public List<UUID> open(Viewer viewer, String permission, PersonId person) {
    return aliases.idsOf(person).stream()
        .filter(key -> !walled(viewer, permission, key))
        .map(PersonId::value)
        .toList();
  }

  private boolean walled(Viewer viewer, String permission, PersonId key) {
    return WALL.equals(access.decide(viewer, permission, Subject.of(key)).reason());
  }
}
