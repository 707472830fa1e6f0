package org.opora.registry.intake.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.opora.api.access.Scope;
import org.opora.api.paging.Page;
import org.opora.registry.intake.domain.FirstContact;
import org.opora.registry.intake.domain.Pressing;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.shared.persistence.Sql;

/** Lists of first contacts: unanswered ones by the day to respond, all others the newest first. */
public final class ContactQueries {
  private final EntityManager em;
  private final Scope mine;
  private final Scope files;

  /**
   * @param mine how far the viewer sees entries of intake
   * @param files how far the viewer sees case files: it decides once there is one
   */
  public ContactQueries(EntityManager em, Scope mine, Scope files) {
    this.em = em;
    this.mine = mine;
    this.files = files;
  }

  /**
   * @param open only those nobody has answered
   * @param own only those the viewer wrote or is to see to
   * @param month only those of the month; null for all
   * @param urgency only these; null for all
   */
  public record Which(boolean open, boolean own, YearMonth month, Pressing urgency) {}

  public Page<FirstContact> page(Which which, String after, int limit) {
    String day = which.open() ? "t.RESPOND_BY" : "t.CAME_ON";
    Clause query =
        Clause.of("SELECT t.ID FROM CASE_REGISTRY.FIRST_CONTACT t WHERE ")
            .then(InquiryQueries.seen(mine, files));
    if (which.open()) {
      query = query.then(" AND t.RESPONDED_ON IS NULL");
    }
    if (which.own()) {
      query =
          query.then(
              " AND (t.DOER = ? OR t.RECORDED_BY = ?)", mine.staff().value(), mine.staff().value());
    }
    if (which.month() != null) {
      query =
          query.then(
              " AND t.CAME_ON BETWEEN ? AND ?",
              which.month().atDay(1),
              which.month().atEndOfMonth());
    }
    if (which.urgency() != null) {
      query = query.then(" AND t.URGENCY = ?", which.urgency().name());
    }
    query =
        query
            .then(beyond(day, which.open(), Cursors.key(after)))
            .then(
                " ORDER BY "
                    + day
                    + (which.open() ? ", t.ID" : " DESC, t.ID DESC")
                    + " FETCH FIRST ? ROWS ONLY",
                limit + 1);
    Page<UUID> keys = Cursors.page(Sql.query(em, query, row -> Sql.key(row, 1)), limit, key -> key);
    return new Page<>(rows(keys.items()), keys.next());
  }

  /** Whether the task from this source is still to be done. */
  public static boolean waits(EntityManager em, String origin, UUID source) {
    return em.createQuery(
                "SELECT COUNT(t.id) FROM Task t WHERE t.origin = :origin AND t.source = :source"
                    + " AND t.done = FALSE",
                Long.class)
            .setParameter("origin", origin)
            .setParameter("source", source)
            .getSingleResult()
        > 0;
  }

  private Clause beyond(String day, boolean forward, UUID last) {
    FirstContact row = last == null ? null : em.find(FirstContact.class, last);
    if (row == null) {
      return Clause.of("");
    }
    LocalDate place = forward ? row.respondBy() : row.cameOn();
    String sign = forward ? " > ?" : " < ?";
    return Clause.of(
        " AND (" + day + sign + " OR (" + day + " = ? AND t.ID" + sign + "))", place, place, last);
  }

  private List<FirstContact> rows(List<UUID> keys) {
    Map<UUID, FirstContact> rows = new HashMap<>();
    Chunks.ask(
            keys,
            some ->
                em.createQuery(
                        "SELECT t FROM FirstContact t WHERE t.id IN :keys", FirstContact.class)
                    .setParameter("keys", some)
                    .getResultList())
        .forEach(row -> rows.put(row.id(), row));
    return keys.stream().map(rows::get).filter(Objects::nonNull).toList();
  }
}
