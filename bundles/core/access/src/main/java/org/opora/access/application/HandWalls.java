package org.opora.access.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.access.audit.AuditTrailService;
import org.opora.access.domain.HandWall;
import org.opora.access.domain.HandWallStaff;
import org.opora.access.domain.HandWallSubject;
import org.opora.access.domain.Role;
import org.opora.access.domain.WallEntry;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.ids.Ids;

/**
 * The rows of walls that were raised by hand: one for each subject and each colleague, so that no
 * decision and no list has to know of such walls.
 */
record HandWalls(EntityManager em, AuditTrailService audit, Grants grants) {
  /** Whom such a wall keeps away as accounts and roles are now, also those not written yet. */
  Set<UUID> away(Walls.Keeps keeps, Set<UUID> named) {
    if (keeps == Walls.Keeps.NAMED) {
      return named;
    }
    Set<UUID> away = new HashSet<>(accounts());
    away.removeAll(named);
    away.removeAll(managing());
    return away;
  }

  private List<UUID> accounts() {
    return em.createQuery("SELECT a.staff FROM Account a", UUID.class).getResultList();
  }

  /** Whoever may lift a wall has to know of it. */
  Set<UUID> managing() {
    Set<String> roles =
        em.createQuery("SELECT r FROM Role r", Role.class)
            .getResultStream()
            .filter(role -> role.permissions().containsKey(Walls.MANAGE))
            .map(Role::id)
            .collect(Collectors.toSet());
    return roles.isEmpty()
        ? Set.of()
        : Set.copyOf(
            em.createQuery(
                    "SELECT DISTINCT a.staff FROM Account a JOIN a.roles r WHERE r IN :roles",
                    UUID.class)
                .setParameter("roles", roles)
                .getResultList());
  }

  private Set<UUID> away(HandWall wall) {
    return away(wall.keeps(), named(List.of(wall.id())).getOrDefault(wall.id(), Set.of()));
  }

  void raise(
      Viewer viewer, HandWall wall, Set<UUID> named, Collection<Subject> subjects, Set<UUID> away) {
    em.persist(wall);
    em.flush();
    named.forEach(staff -> em.persist(new HandWallStaff(Ids.next(), wall.id(), staff)));
    Set<Subject> all = new LinkedHashSet<>(subjects);
    all.forEach(subject -> em.persist(new HandWallSubject(Ids.next(), wall.id(), subject)));
    rows(viewer, wall, all, away);
    wrote(viewer, "access.wall-raised", wall, all, ";ground=" + wall.ground(), away.size(), 0);
  }

  /** Whom it keeps away; nobody when none of these subjects is new to it. */
  Set<UUID> widen(Viewer viewer, HandWall wall, Collection<Subject> subjects) {
    Set<Subject> fresh = new LinkedHashSet<>(subjects);
    fresh.removeAll(subjects(wall));
    if (fresh.isEmpty()) {
      return Set.of();
    }
    Set<UUID> away = away(wall);
    fresh.forEach(subject -> em.persist(new HandWallSubject(Ids.next(), wall.id(), subject)));
    rows(viewer, wall, fresh, away);
    wrote(viewer, "access.wall-widened", wall, fresh, "", away.size(), 0);
    return away;
  }

  void lift(Viewer viewer, HandWall wall) {
    wall.lifted(viewer.today());
    List<WallEntry> rows = unlifted(List.of(wall.id()));
    rows.forEach(row -> row.lifted(viewer.staff().value(), viewer.today()));
    wrote(
        viewer,
        "access.wall-lifted",
        wall,
        subjects(wall),
        ";ground=" + wall.ground(),
        0,
        staff(rows).size());
  }

  /**
   * Accounts or roles have changed: what keeps away everybody but a few keeps away whoever came,
   * and lets through whoever manages walls now.
   */
  void follow(Viewer viewer) {
    for (HandWall wall : ofEverybody(viewer.today())) {
      Set<UUID> wanted = away(wall);
      List<WallEntry> rows = unlifted(List.of(wall.id()));
      Set<UUID> come = new HashSet<>(wanted);
      come.removeAll(staff(rows));
      List<WallEntry> over = rows.stream().filter(row -> !wanted.contains(row.staff())).toList();
      if (!come.isEmpty() || !over.isEmpty()) {
        Set<Subject> subjects = subjects(wall);
        rows(viewer, wall, subjects, come);
        over.forEach(row -> row.lifted(viewer.staff().value(), viewer.today()));
        wrote(viewer, "access.wall-followed", wall, subjects, "", come.size(), staff(over).size());
      }
    }
  }

  private List<HandWall> ofEverybody(LocalDate day) {
    return em.createQuery(
            "SELECT c FROM HandWall c WHERE c.keeps = :keeps AND c.liftedOn IS NULL"
                + " AND (c.until IS NULL OR c.until >= :day) ORDER BY c.id",
            HandWall.class)
        .setParameter("keeps", Walls.Keeps.ALL_BUT)
        .setParameter("day", day)
        .getResultList();
  }

  /** Whom these walls keep away on the day. */
  Map<UUID, Set<UUID>> standing(Collection<UUID> walls, LocalDate day) {
    return pairs(
        em.createQuery(
                "SELECT DISTINCT w.origin, w.staff FROM WallEntry w WHERE w.origin IN :walls"
                    + " AND w.liftedOn IS NULL AND (w.until IS NULL OR w.until >= :day)",
                Object[].class)
            .setParameter("walls", walls)
            .setParameter("day", day)
            .getResultList());
  }

  /** Whom these walls name. */
  Map<UUID, Set<UUID>> named(Collection<UUID> walls) {
    return pairs(
        em.createQuery(
                "SELECT s.wall, s.staff FROM HandWallStaff s WHERE s.wall IN :walls",
                Object[].class)
            .setParameter("walls", walls)
            .getResultList());
  }

  private static Map<UUID, Set<UUID>> pairs(Collection<Object[]> rows) {
    Map<UUID, Set<UUID>> pairs = new HashMap<>();
    rows.forEach(
        row -> pairs.computeIfAbsent((UUID) row[0], first -> new HashSet<>()).add((UUID) row[1]));
    return pairs;
  }

  private void rows(
      Viewer viewer, HandWall wall, Collection<Subject> subjects, Collection<UUID> away) {
    for (UUID staff : away) {
      grants.took(staff);
      for (Subject subject : subjects) {
        WallEntry row =
            new WallEntry(
                Ids.next(), staff, subject.kind().name(), subject.id(), wall.ground().name());
        row.raised(viewer.staff().value(), viewer.today());
        row.of(wall);
        em.persist(row);
      }
    }
  }

  private Set<Subject> subjects(HandWall wall) {
    return em.createQuery(
            "SELECT s FROM HandWallSubject s WHERE s.wall = :wall ORDER BY s.id",
            HandWallSubject.class)
        .setParameter("wall", wall.id())
        .getResultStream()
        .map(HandWallSubject::subject)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private List<WallEntry> unlifted(Collection<UUID> walls) {
    return em.createQuery(
            "SELECT w FROM WallEntry w WHERE w.origin IN :walls AND w.liftedOn IS NULL",
            WallEntry.class)
        .setParameter("walls", walls)
        .getResultList();
  }

  private static Set<UUID> staff(Collection<WallEntry> rows) {
    return rows.stream().map(WallEntry::staff).collect(Collectors.toSet());
  }

  /** Who they are, says the wall; the trail would have no room for everybody. */
  private void wrote(
      Viewer viewer,
      String act,
      HandWall wall,
      Collection<Subject> subjects,
      String more,
      int closed,
      int opened) {
    audit.wrote(
        viewer,
        act,
        List.copyOf(subjects),
        "wall=" + wall.id() + more + ";closed=" + closed + ";opened=" + opened);
  }
}
