package org.opora.registry.intake.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.registry.intake.domain.ServiceRequest;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.shared.persistence.Sql;

/** Lists of requests: open ones by the day to answer, answered ones the newest first. */
public final class RequestQueries {
  private static final String REQUEST = "CASE_REGISTRY.SERVICE_REQUEST t";
  private final EntityManager em;
  private final Scope scope;
  private final boolean answered;

  /**
   * @param scope how far and where the viewer sees requests; a wall at who asked closes them as
   *     well
   * @param answered those that are answered, or those that are open
   */
  public RequestQueries(EntityManager em, Scope scope, boolean answered) {
    this.em = em;
    this.scope = scope;
    this.answered = answered;
  }

  /**
   * @param file only those of this file; null for all
   */
  public Page<ServiceRequest> page(CaseFileId file, String after, int limit) {
    String day = answered ? "t.DECIDED_ON" : "t.ANSWER_BY";
    Scope walls = new Scope(Reach.ALL, scope.staff(), scope.today());
    Clause query =
        Clause.of(
                "SELECT DISTINCT t.ID, "
                    + day
                    + " FROM "
                    + (Clause.own(scope)
                        ? "ACCESS.RELATION r JOIN " + REQUEST + " ON t.FILE = r.SUBJECT"
                        : REQUEST)
                    + " WHERE t.DECIDED_ON IS "
                    + (answered ? "NOT NULL AND " : "NULL AND "))
            .then(Clause.scope(scope, "t.FILE"))
            .and(Clause.scope(walls, "t.PERSON"));
    if (file != null) {
      query = query.then(" AND t.FILE = ?", file.value());
    }
    query = query.then(beyond(day, Cursors.key(after)));
    query =
        query.then(
            " ORDER BY "
                + day
                + (answered ? " DESC, t.ID DESC" : ", t.ID")
                + " FETCH FIRST ? ROWS ONLY",
            limit + 1);
    Page<UUID> keys = Cursors.page(Sql.query(em, query, row -> Sql.key(row, 1)), limit, key -> key);
    return new Page<>(rows(keys.items()), keys.next());
  }

  /** Whether the person was a carer of the family on the day. */
  public static boolean carer(EntityManager em, CaseFileId file, PersonId person, LocalDate day) {
    return em.createQuery(
                "SELECT COUNT(c.id) FROM FileCarer c WHERE c.file = :file AND c.person = :person"
                    + " AND c.since <= :day AND (c.until IS NULL OR c.until >= :day)",
                Long.class)
            .setParameter("file", file.value())
            .setParameter("person", person.value())
            .setParameter("day", day)
            .getSingleResult()
        > 0;
  }

  /** Whether an agreement with the family was in force on the day. */
  public static boolean agreed(EntityManager em, CaseFileId file, LocalDate day) {
    return em.createQuery(
                "SELECT COUNT(a.id) FROM Agreement a WHERE a.file = :file"
                    + " AND a.concludedOn <= :day AND (a.endedOn IS NULL OR a.endedOn >= :day)",
                Long.class)
            .setParameter("file", file.value())
            .setParameter("day", day)
            .getSingleResult()
        > 0;
  }

  /** Colleagues before whom a wall at the family's file, or at the carer under any key, stands. */
  public static Set<StaffId> keptFrom(
      EntityManager em, CaseFileId file, PersonId carer, LocalDate day) {
    return em.createQuery(
            "SELECT w.staff FROM Wall w WHERE w.liftedOn IS NULL AND"
                + " (w.until IS NULL OR w.until >= :day) AND (w.subject = :file OR"
                + " w.subject = :carer OR w.subject IN"
                + " (SELECT k.other FROM SameKey k WHERE k.person = :carer))",
            UUID.class)
        .setParameter("file", file.value())
        .setParameter("carer", carer.value())
        .setParameter("day", day)
        .getResultStream()
        .map(StaffId::new)
        .collect(Collectors.toSet());
  }

  /** What stands after the request of the cursor; everything when it has moved meanwhile. */
  private Clause beyond(String day, UUID last) {
    ServiceRequest row = last == null ? null : em.find(ServiceRequest.class, last);
    if (row == null || row.open() == answered) {
      return Clause.of("");
    }
    String sign = answered ? " < ?" : " > ?";
    Object place = answered ? row.decidedOn() : row.answerBy();
    return Clause.of(
        " AND (" + day + sign + " OR (" + day + " = ? AND t.ID" + sign + "))", place, place, last);
  }

  private List<ServiceRequest> rows(List<UUID> keys) {
    Map<UUID, ServiceRequest> rows = new HashMap<>();
    Chunks.ask(
            keys,
            some ->
                em.createQuery(
                        "SELECT t FROM ServiceRequest t WHERE t.id IN :keys", ServiceRequest.class)
                    .setParameter("keys", some)
                    .getResultList())
        .forEach(row -> rows.put(row.id(), row));
    return keys.stream().map(rows::get).filter(Objects::nonNull).toList();
  }
}
