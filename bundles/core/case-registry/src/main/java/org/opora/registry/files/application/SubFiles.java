package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.registry.files.domain.ChildFile;
import org.opora.registry.shared.persistence.Chunks;

/** Sub-files of children. */
final class SubFiles {
  private SubFiles() {}

  /**
   * The sub-file of a child. When two entries with a sub-file each turn out to be one child, an
   * entry goes on in its own one, so that nothing stays in the wrong one if they are two after all.
   *
   * @param known all keys of the child
   */
  static Optional<ChildFileId> of(EntityManager em, PersonId child, Collection<PersonId> known) {
    List<ChildFile> found =
        em.createQuery(
                "SELECT c FROM ChildFile c WHERE c.child IN :known ORDER BY c.id", ChildFile.class)
            .setParameter("known", Chunks.values(known))
            .getResultList();
    return found.stream()
        .filter(one -> one.child().equals(child))
        .findFirst()
        .or(() -> found.stream().findFirst())
        .map(one -> new ChildFileId(one.id()));
  }

  /** The first one of a child that has none. */
  static ChildFileId begin(EntityManager em, PersonId child) {
    ChildFileId next = ChildFileId.next();
    em.persist(new ChildFile(next.value(), child));
    em.flush();
    return next;
  }
}
