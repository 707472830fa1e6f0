package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.registry.files.domain.Placement;
import org.opora.registry.shared.persistence.Chunks;

/**
 * Stays that go on in the sub-file of another entry, since both were one child and this one had no
 * sub-file. When they are two after all, the stay gets a sub-file of its own: whoever works with
 * the one family has no business in the records of the other child. What was written meanwhile
 * stays under the key under which it was written.
 */
final class Lodgers {
  private final EntityManager em;

  Lodgers(EntityManager em) {
    this.em = em;
  }

  /**
   * @param known all keys of one child
   */
  List<Placement> of(Set<PersonId> known) {
    return em.createQuery(
            "SELECT p FROM Placement p, ChildFile c WHERE c.id = p.childFile"
                + " AND p.child IN :known AND c.child NOT IN :known ORDER BY p.id",
            Placement.class)
        .setParameter("known", Chunks.values(known))
        .getResultList();
  }

  /**
   * @return files in which a stay got another sub-file
   */
  Set<CaseFileId> moveOut(Set<PersonId> known) {
    Set<CaseFileId> files = new LinkedHashSet<>();
    for (Placement stay : of(known)) {
      ChildFileId own =
          SubFiles.of(em, stay.child(), known).orElseGet(() -> SubFiles.begin(em, stay.child()));
      stay.goesOnIn(own);
      files.add(stay.file());
    }
    return files;
  }
}
