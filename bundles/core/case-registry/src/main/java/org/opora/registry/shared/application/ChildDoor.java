package org.opora.registry.shared.application;

import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;

/**
 * A child's sub-file is closed by a wall at the child as well, and by one at another entry of the
 * same child or its sub-file.
 */
public record ChildDoor(EntityManager em, Access access) {
  private static final String WALL = "wall";

  /**
   * @throws org.opora.api.faults.NotFound when such a wall stands before the viewer
   */
  public void require(Viewer viewer, String permission, ChildFileId file) {
    for (UUID child :
        em.createQuery("SELECT c.child FROM ChildFile c WHERE c.id = :file", UUID.class)
            .setParameter("file", file.value())
            .getResultList()) {
      require(viewer, permission, Subject.of(new PersonId(child)));
      for (UUID other :
          em.createQuery(
                  "SELECT c.id FROM ChildFile c, SameKey k WHERE k.person = :child"
                      + " AND c.child = k.other",
                  UUID.class)
              .setParameter("child", child)
              .getResultList()) {
        require(viewer, permission, Subject.of(new ChildFileId(other)));
      }
    }
  }

  private void require(Viewer viewer, String permission, Subject around) {
    // Only a wall is asked for: whoever works with one family of the child may not know the other.
    if (WALL.equals(access.decide(viewer, permission, around).reason())) {
      access.require(viewer, permission, around);
    }
  }
}
