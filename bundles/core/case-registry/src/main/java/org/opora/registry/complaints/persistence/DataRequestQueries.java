package org.opora.registry.complaints.persistence;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.opora.api.paging.Page;
import org.opora.registry.complaints.domain.DataRequest;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.NewestFirst;
import org.opora.registry.shared.persistence.Sql;

/**
 * Reads of requests about personal data.
 *
 * @param walled people whom the viewer must not see: every key
 */
public record DataRequestQueries(EntityManager em, Set<UUID> walled) {
  private static final String TABLE = "CASE_REGISTRY.DATA_REQUEST";

  /**
   * Those that no wall closes, the newest first.
   *
   * @param after cursor of the page before, or null
   */
  public Page<DataRequest> page(String after, int limit) {
    Page<UUID> keys =
        new NewestFirst(em, TABLE, "ASKED_ON")
            .page(
                List.of(
                    Clause.of("SELECT t.ID, t.ASKED_ON FROM " + TABLE + " t WHERE ").then(open())),
                after,
                limit);
    Map<UUID, DataRequest> rows = new HashMap<>();
    Chunks.ask(
            keys.items(),
            some ->
                em.createQuery("SELECT t FROM DataRequest t WHERE t.id IN :keys", DataRequest.class)
                    .setParameter("keys", some)
                    .getResultList())
        .forEach(row -> rows.put(row.id(), row));
    return new Page<>(
        keys.items().stream().map(rows::get).filter(Objects::nonNull).toList(), keys.next());
  }

  /** Those of these requests that a wall closes. */
  public Set<UUID> closed(Collection<UUID> requests) {
    return walled.isEmpty()
        ? Set.of()
        : new HashSet<>(
            Chunks.ask(
                List.copyOf(requests),
                some ->
                    Sql.query(
                        em,
                        Clause.of("SELECT t.ID FROM " + TABLE + " t WHERE ")
                            .then(Clause.in("t.ID", some))
                            .and(behindWall()),
                        row -> Sql.key(row, 1))));
  }

  private Clause open() {
    return walled.isEmpty()
        ? Clause.of("1 = 1")
        : Clause.of("t.PERSON IS NULL").or(behindWall().not());
  }

  private Clause behindWall() {
    return Clause.in("t.PERSON", List.copyOf(walled));
  }
}
