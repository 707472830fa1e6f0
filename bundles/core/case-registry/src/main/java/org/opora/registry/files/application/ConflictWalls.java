package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.registry.files.domain.FileCarer;
import org.opora.registry.files.domain.Placement;
import org.opora.registry.staff.domain.ConflictOfInterest;
import org.opora.registry.staff.domain.ConflictWall;

/**
 * The walls of a conflict of interest around a family. A conflict remembers at whom its walls
 * stand, so that a carer or a child who comes later is closed as well, and so that its end opens
 * what it closed and nothing else.
 */
public final class ConflictWalls {
  private final EntityManager em;
  private final Walls walls;

  public ConflictWalls(EntityManager em, Walls walls) {
    this.em = em;
    this.walls = walls;
  }

  /** The director keeps a member of staff away from the family: everybody in it now or to come. */
  public void raise(Viewer viewer, ConflictOfInterest conflict, CaseFileId file) {
    around(viewer, file)
        .values()
        .forEach(
            subject -> {
              if (remember(conflict, subject)) {
                walls.raise(viewer, conflict.staff(), subject, Walls.Ground.CONFLICT_OF_INTEREST);
              }
            });
  }

  /** The walls of this conflict are taken down, but for those that another conflict needs. */
  public void lift(Viewer viewer, ConflictOfInterest conflict) {
    for (ConflictWall wall : of(conflict)) {
      em.remove(wall);
      em.flush();
      if (!held(conflict.staff()).contains(wall.subject().id())) {
        walls.lift(viewer, conflict.staff(), wall.subject());
      }
    }
  }

  /** After a change of the family: whoever is kept away from it is so from its newcomers. */
  void follow(Viewer viewer, CaseFileId file) {
    List<ConflictOfInterest> standing =
        em.createQuery(
                "SELECT c FROM ConflictOfInterest c WHERE c.file = :file AND c.walledOn IS NOT NULL"
                    + " AND c.endedOn IS NULL ORDER BY c.id",
                ConflictOfInterest.class)
            .setParameter("file", file.value())
            .getResultList();
    if (standing.isEmpty()) {
      return;
    }
    Map<UUID, Subject> around = around(viewer, file);
    for (ConflictOfInterest conflict : standing) {
      Set<UUID> known = new HashSet<>();
      of(conflict).forEach(wall -> known.add(wall.subject().id()));
      around.forEach(
          (key, subject) -> {
            if (!known.contains(key) && remember(conflict, subject)) {
              walls.follow(viewer, conflict.staff(), Subject.of(file), subject);
            }
          });
    }
  }

  /**
   * Whether the wall there is the conflict's own: one that stood before on other grounds is not.
   */
  private boolean remember(ConflictOfInterest conflict, Subject subject) {
    boolean stands =
        em.createQuery(
                    "SELECT COUNT(w.id) FROM Wall w WHERE w.staff = :staff AND w.subject = :subject"
                        + " AND w.liftedOn IS NULL",
                    Long.class)
                .setParameter("staff", conflict.staff().value())
                .setParameter("subject", subject.id())
                .getSingleResult()
            > 0;
    if (stands && !held(conflict.staff()).contains(subject.id())) {
      return false;
    }
    em.persist(new ConflictWall(Ids.next(), conflict.id(), subject));
    em.flush();
    return !stands;
  }

  /** Everybody at whom walls of this member of staff's conflicts stand. */
  private Set<UUID> held(StaffId staff) {
    return new HashSet<>(
        em.createQuery(
                "SELECT w.subject FROM ConflictWall w, ConflictOfInterest c WHERE c.id = w.conflict"
                    + " AND c.staff = :staff",
                UUID.class)
            .setParameter("staff", staff.value())
            .getResultList());
  }

  private List<ConflictWall> of(ConflictOfInterest conflict) {
    return em.createQuery(
            "SELECT w FROM ConflictWall w WHERE w.conflict = :conflict", ConflictWall.class)
        .setParameter("conflict", conflict.id())
        .getResultList();
  }

  /**
   * The file, whoever is in it today or is yet to come, and relatives of whom only the work with it
   * tells.
   */
  private Map<UUID, Subject> around(Viewer viewer, CaseFileId file) {
    Map<UUID, Subject> all = new LinkedHashMap<>();
    all.put(file.value(), Subject.of(file));
    for (FileCarer carer : rows(FileCarer.class, file)) {
      if (carer.until() == null || !carer.until().isBefore(viewer.today())) {
        all.put(carer.person().value(), Subject.of(carer.person()));
      }
    }
    for (Placement stay : rows(Placement.class, file)) {
      if (stay.until() == null || !stay.until().isBefore(viewer.today())) {
        all.put(stay.child().value(), Subject.of(stay.child()));
        all.put(stay.childFile().value(), Subject.of(stay.childFile()));
      }
    }
    FileRelatives relatives = new FileRelatives(em);
    for (FileRelatives.Known relative : relatives.of(file)) {
      UUID person = relative.person().value();
      boolean lasts = relative.last() == null || !relative.last().isBefore(viewer.today());
      if (lasts && relatives.around(Set.of(person)).equals(Set.of(file))) {
        all.put(person, Subject.of(relative.person()));
      }
    }
    return all;
  }

  private <T> List<T> rows(Class<T> type, CaseFileId file) {
    return em.createQuery("SELECT t FROM " + type.getSimpleName() + " t WHERE t.file = :file", type)
        .setParameter("file", file.value())
        .getResultList();
  }
}
