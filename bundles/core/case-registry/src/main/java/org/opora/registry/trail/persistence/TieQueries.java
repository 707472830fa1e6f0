package org.opora.registry.trail.persistence;

import jakarta.persistence.EntityManager;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.RelationKind;
import org.opora.api.ids.StaffId;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Sql;

/** Who was what to whom, and when. */
public final class TieQueries {
  private final EntityManager em;

  public TieQueries(EntityManager em) {
    this.em = em;
  }

  /** Everybody's relations to these, those that are over included. */
  public List<Tie> to(Collection<UUID> subjects) {
    return Chunks.ask(
        List.copyOf(subjects),
        some ->
            Sql.query(
                em,
                Clause.of(
                        "SELECT r.STAFF, r.KIND, r.SINCE, r.UNTIL_DAY FROM ACCESS.RELATION r WHERE ")
                    .then(Clause.in("r.SUBJECT", some)),
                row -> {
                  Date until = row.getDate(4);
                  return new Tie(
                      new StaffId(Sql.key(row, 1)),
                      RelationKind.valueOf(row.getString(2)),
                      row.getDate(3).toLocalDate(),
                      until == null ? null : until.toLocalDate());
                }));
  }

  /**
   * @param until last day; null while it lasts
   */
  public record Tie(StaffId staff, RelationKind kind, LocalDate since, LocalDate until) {
    public boolean on(LocalDate day) {
      return !since.isAfter(day) && (until == null || !until.isBefore(day));
    }
  }
}
