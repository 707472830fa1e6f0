package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.registry.files.domain.Doubt;
import org.opora.registry.files.domain.Placement;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.persistence.Chunks;

/**
 * A child cannot live in two families; a register that says so is not corrected, but both files
 * show it until somebody looks.
 */
final class Doubts {
  static final String TWO_FAMILIES = "two-families";
  private final EntityManager em;

  Doubts(EntityManager em) {
    this.em = em;
  }

  /**
   * After every change of a child's stays: notes what is doubtful now, and takes back what is not
   * any more.
   *
   * @param known every key of the child
   */
  void follow(PersonId child, Collection<PersonId> known, LocalDate today) {
    em.flush();
    List<Placement> stays =
        em.createQuery("SELECT p FROM Placement p WHERE p.child IN :known", Placement.class)
            .setParameter("known", Chunks.values(known))
            .getResultList();
    List<Pair> wanted = pairs(stays);
    for (Doubt noted : noted(known)) {
      boolean still = wanted.remove(new Pair(noted.file(), noted.otherFile()));
      if (!still && noted.settledOn() == null) {
        em.remove(noted);
      }
    }
    wanted.forEach(
        pair ->
            em.persist(
                new Doubt(Ids.next(), pair.file(), TWO_FAMILIES, child, pair.other(), today)));
  }

  /** Somebody has looked; the doubt is not raised again while the stays remain as they are. */
  void settle(CaseFileId file, UUID doubt, StaffId staff, LocalDate today) {
    Doubt noted = Held.load(em, Doubt.class, doubt);
    if (!noted.file().equals(file)) {
      throw new NotFound();
    }
    noted.settle(today, staff.value());
  }

  private List<Doubt> noted(Collection<PersonId> known) {
    return em.createQuery(
            "SELECT d FROM Doubt d WHERE d.kind = :kind AND d.person IN :known", Doubt.class)
        .setParameter("kind", TWO_FAMILIES)
        .setParameter("known", Chunks.values(known))
        .getResultList();
  }

  private static List<Pair> pairs(List<Placement> stays) {
    List<Pair> pairs = new ArrayList<>();
    for (Placement one : stays) {
      for (Placement other : stays) {
        Pair pair = new Pair(one.file(), other.file());
        if (!one.file().equals(other.file())
            && one.overlaps(other.since(), other.until())
            && !pairs.contains(pair)) {
          pairs.add(pair);
        }
      }
    }
    return pairs;
  }

  private record Pair(CaseFileId file, CaseFileId other) {}
}
