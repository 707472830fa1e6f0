package org.opora.registry.counts.persistence;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.opora.api.statistics.Counted;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Sql;

/** Adds figures up, and walks through the lists behind them. */
public final class CountQueries {
  private static final String IN = ") x";
  private final EntityManager em;

  public CountQueries(EntityManager em) {
    this.em = em;
  }

  public long sum(Counting counting) {
    return Sql.query(
            em,
            Clause.of("SELECT COALESCE(SUM(x.N), 0) FROM (").then(counting.keys()).then(IN),
            row -> row.getLong(1))
        .get(0);
  }

  /**
   * In the order of the keys.
   *
   * @param after null for the first ones
   */
  public List<Counted> list(Counting counting, UUID after, int limit) {
    Clause list = Clause.of("SELECT x.K, x.N FROM (").then(counting.keys()).then(IN);
    return Sql.query(
        em,
        (after == null ? list : list.then(" WHERE x.K > ?", after))
            .then(" ORDER BY x.K FETCH FIRST ? ROWS ONLY", limit),
        row -> new Counted(Sql.key(row, 1), row.getLong(2)));
  }
}
