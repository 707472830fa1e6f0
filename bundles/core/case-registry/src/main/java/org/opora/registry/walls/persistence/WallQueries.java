package org.opora.registry.walls.persistence;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.access.Walls;
import org.opora.api.paging.Page;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.NewestFirst;
import org.opora.registry.walls.domain.RaisedWall;

/** Reads walls that were raised by hand. */
public final class WallQueries {
  private static final String TABLE = "CASE_REGISTRY.RAISED_WALL";
  private final EntityManager em;

  public WallQueries(EntityManager em) {
    this.em = em;
  }

  /** Those at families and people in the scope, which reaches all or nothing; the newest first. */
  public Page<RaisedWall> page(Scope scope, String after, int limit) {
    List<Clause> walks =
        scope.reach() == Reach.ALL
            ? List.of(walk("t.FILE", scope), walk("t.PERSON", scope))
            : List.of();
    Page<UUID> keys = new NewestFirst(em, TABLE, "RAISED_ON").page(walks, after, limit);
    return new Page<>(rows(keys.items()), keys.next());
  }

  private static Clause walk(String column, Scope scope) {
    return Clause.of("SELECT t.ID, t.RAISED_ON FROM " + TABLE + " t WHERE " + column)
        .then(" IS NOT NULL AND ")
        .then(Clause.scope(scope, column));
  }

  private List<RaisedWall> rows(List<UUID> keys) {
    if (keys.isEmpty()) {
      return List.of();
    }
    Map<UUID, RaisedWall> rows =
        em.createQuery("SELECT w FROM RaisedWall w WHERE w.id IN :keys", RaisedWall.class)
            .setParameter("keys", keys)
            .getResultStream()
            .collect(Collectors.toMap(RaisedWall::id, Function.identity()));
    return keys.stream().map(rows::get).toList();
  }

  /** At these files or people, the newest first. */
  public List<RaisedWall> at(Collection<UUID> places) {
    return Chunks.ask(
        List.copyOf(places),
        some ->
            em.createQuery(
                    "SELECT w FROM RaisedWall w WHERE w.file IN :places OR w.person IN :places"
                        + " ORDER BY w.raisedOn DESC, w.id DESC",
                    RaisedWall.class)
                .setParameter("places", some)
                .getResultList());
  }

  /**
   * Those that stand at these files, or at children of theirs.
   *
   * @param files at least one
   */
  public List<RaisedWall> standing(Collection<UUID> files, LocalDate day) {
    return Chunks.ask(
        List.copyOf(files),
        some ->
            em.createQuery(
                    "SELECT w FROM RaisedWall w WHERE w.liftedOn IS NULL"
                        + " AND (w.until IS NULL OR w.until >= :day) AND (w.file IN :files"
                        + " OR w.person IN (SELECT p.child FROM Placement p WHERE p.file IN :files))"
                        + " ORDER BY w.id",
                    RaisedWall.class)
                .setParameter("day", day)
                .setParameter("files", some)
                .getResultList());
  }

  /**
   * Seals that somebody wants lifted, what waits longest first; at most so many.
   *
   * @param since what was asked before waits no more
   */
  public List<RaisedWall> asked(Instant since, LocalDate day, int most) {
    return em.createQuery(
            "SELECT w FROM RaisedWall w WHERE w.ground = :seal AND w.liftedOn IS NULL"
                + " AND (w.until IS NULL OR w.until >= :day) AND w.askedAt > :since"
                + " ORDER BY w.askedAt, w.id",
            RaisedWall.class)
        .setParameter("seal", Walls.Ground.SEAL)
        .setParameter("day", day)
        .setParameter("since", since)
        .setMaxResults(most)
        .getResultList();
  }

  /** How many hold this reason. */
  public long uses(String reason) {
    return em.createQuery("SELECT COUNT(w) FROM RaisedWall w WHERE w.reason = :reason", Long.class)
        .setParameter("reason", reason)
        .getSingleResult();
  }
}
