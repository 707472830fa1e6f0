package org.opora.registry.shared.application;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
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
  /**
   * @throws org.opora.api.faults.NotFound when such a wall stands before the viewer
   */
  public void require(Viewer viewer, String permission, ChildFileId file) {
    for (UUID child :
        em.createQuery("SELECT c.child FROM ChildFile c WHERE c.id = :file", UUID.class)
            .setParameter("file", file.value())
            .getResultList()) {
      List<Subject> around = new ArrayList<>(List.of(Subject.of(new PersonId(child))));
      em.createQuery(
              "SELECT c.id FROM ChildFile c, SameKey k WHERE k.person = :child"
                  + " AND c.child = k.other",
              UUID.class)
          .setParameter("child", child)
          .getResultList()
          .forEach(other -> around.add(Subject.of(new ChildFileId(other))));
      // Whoever works with one family of the child may not know the other.
      access.requireNoWall(viewer, permission, around);
    }
  }
}
