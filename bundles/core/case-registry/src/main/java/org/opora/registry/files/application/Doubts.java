package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.faults.NotFound;
import org.opora.api.files.FileKind;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.registry.files.domain.Doubt;
import org.opora.registry.files.domain.Placement;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.persistence.Chunks;

/**
 * A child cannot live in two families, nor a carer be in two agreements; a register that says so is
 * not corrected, but both files show it until somebody looks.
 */
final class Doubts {
  static final String TWO_FAMILIES = "two-families";
  static final String TWO_AGREEMENTS = "two-agreements";
  private final EntityManager em;

  Doubts(EntityManager em) {
    this.em = em;
  }

  /**
   * After every change of a child's stays, or of what keys it is known by: notes what is doubtful
   * now, and takes back what is not any more.
   *
   * @param known every key of the child
   */
  void follow(Collection<PersonId> known, LocalDate today) {
    em.flush();
    List<Placement> stays =
        em.createQuery(
                "SELECT p FROM Placement p, CaseFile f WHERE f.id = p.file AND f.kind IN :homes"
                    + " AND p.child IN :known",
                Placement.class)
            .setParameter("homes", Stream.of(FileKind.values()).filter(FileKind::home).toList())
            .setParameter("known", Chunks.values(known))
            .getResultList();
    follow(TWO_FAMILIES, known, found(stays), today);
  }

  /**
   * Notes what is doubtful now, and takes back what is not any more, settled or not: when it comes
   * about again, nobody has looked.
   *
   * @param known every key of the person
   */
  void follow(String kind, Collection<PersonId> known, List<Found> found, LocalDate today) {
    List<Found> wanted = new ArrayList<>();
    found.stream()
        .filter(one -> wanted.stream().noneMatch(other -> other.between(one.file(), one.other())))
        .forEach(wanted::add);
    for (Doubt noted : noted(kind, known)) {
      boolean still = wanted.removeIf(one -> one.between(noted.file(), noted.otherFile()));
      if (!still) {
        em.remove(noted);
      }
    }
    wanted.forEach(
        one ->
            em.persist(new Doubt(Ids.next(), one.file(), kind, one.person(), one.other(), today)));
  }

  /** Somebody has looked; the doubt is not raised again while the stays remain as they are. */
  void settle(CaseFileId file, UUID doubt, StaffId staff, LocalDate today) {
    Doubt noted = Held.load(em, Doubt.class, doubt);
    if (!noted.file().equals(file)) {
      throw new NotFound();
    }
    noted.settle(today, staff.value());
  }

  private List<Doubt> noted(String kind, Collection<PersonId> known) {
    return em.createQuery(
            "SELECT d FROM Doubt d WHERE d.kind = :kind AND d.person IN :known", Doubt.class)
        .setParameter("kind", kind)
        .setParameter("known", Chunks.values(known))
        .getResultList();
  }

  private static List<Found> found(List<Placement> stays) {
    List<Found> found = new ArrayList<>();
    for (Placement one : stays) {
      for (Placement other : stays) {
        if (!one.file().equals(other.file()) && one.overlaps(other.since(), other.until())) {
          found.add(new Found(one.file(), one.child(), other.file()));
        }
      }
    }
    return found;
  }

  /** Something doubtful about a person, as the one of two files shows it. */
  record Found(CaseFileId file, PersonId person, CaseFileId other) {
    private boolean between(CaseFileId one, CaseFileId another) {
      return file.equals(one) && other.equals(another);
    }
  }
}
