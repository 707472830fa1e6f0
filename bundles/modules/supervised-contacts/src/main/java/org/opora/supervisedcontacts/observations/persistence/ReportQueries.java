package org.opora.supervisedcontacts.observations.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Scope;
import org.opora.supervisedcontacts.observations.domain.ObservationReport;
import org.opora.supervisedcontacts.observations.domain.ReportCopy;
import org.opora.supervisedcontacts.observations.domain.ReportState;
import org.opora.supervisedcontacts.observations.domain.ReportText;
import org.opora.supervisedcontacts.observations.domain.ReportVersion;
import org.opora.supervisedcontacts.shared.persistence.ChildScope;

/** What is asked of reports. */
public record ReportQueries(EntityManager em) {
  /** Held until the end of the transaction. */
  public Optional<ObservationReport> hold(UUID report) {
    return Optional.ofNullable(
        em.find(ObservationReport.class, report, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Those of these children of contacts, the last one of each first. */
  public List<ObservationReport> ofLines(Collection<UUID> contactChildren) {
    return contactChildren.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT r FROM ObservationReport r WHERE r.contactChild IN :lines"
                    + " ORDER BY r.contactChild, r.id DESC",
                ObservationReport.class)
            .setParameter("lines", contactChildren)
            .getResultList();
  }

  /** Of a report, the last one first. */
  public List<ReportVersion> versions(UUID report) {
    return em.createQuery(
            "SELECT v FROM ReportVersion v WHERE v.report = :report ORDER BY v.number DESC",
            ReportVersion.class)
        .setParameter("report", report)
        .getResultList();
  }

  public Optional<ReportVersion> version(UUID report, int number) {
    return em.createQuery(
            "SELECT v FROM ReportVersion v WHERE v.report = :report AND v.number = :number",
            ReportVersion.class)
        .setParameter("report", report)
        .setParameter("number", number)
        .getResultStream()
        .findFirst();
  }

  public List<ReportText> texts(Collection<UUID> versions) {
    return versions.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT t FROM ReportText t WHERE t.reportVersion IN :versions", ReportText.class)
            .setParameter("versions", versions)
            .getResultList();
  }

  /** Of these reports, the first one first. */
  public List<ReportCopy> copies(Collection<UUID> reports) {
    return reports.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT c FROM ReportCopy c WHERE c.report IN :reports ORDER BY c.id",
                ReportCopy.class)
            .setParameter("reports", reports)
            .getResultList();
  }

  public Optional<ReportCopy> copy(UUID document) {
    return em.createQuery(
            "SELECT c FROM ReportCopy c WHERE c.document = :document", ReportCopy.class)
        .setParameter("document", document)
        .getResultStream()
        .findFirst();
  }

  /** Copies that went to a person, under each of these keys. */
  public List<ReportCopy> copiesTo(Collection<UUID> people) {
    return people.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT c FROM ReportCopy c WHERE c.person IN :people ORDER BY c.id",
                ReportCopy.class)
            .setParameter("people", people)
            .getResultList();
  }

  /** Of a child, under each of these keys, from the earliest. */
  public List<ObservationReport> ofChild(Collection<UUID> children) {
    return children.isEmpty()
        ? List.of()
        : em.createQuery(
                "SELECT r FROM ObservationReport r WHERE r.child IN :children"
                    + " ORDER BY r.contactOn, r.id",
                ObservationReport.class)
            .setParameter("children", children)
            .getResultList();
  }

  /** Of a child in one file, on contacts between these days, as far as the scope reaches. */
  public List<ObservationReport> between(
      Scope scope, UUID childFile, UUID caseFile, LocalDate from, LocalDate until) {
    return scope.empty()
        ? List.of()
        : scope
            .bind(
                em.createQuery(
                    scoped(scope)
                        + "r.childFile = :childFile AND r.caseFile = :caseFile"
                        + " AND r.contactOn >= :from AND r.contactOn <= :until"
                        + " ORDER BY r.contactOn, r.id",
                    ObservationReport.class))
            .setParameter("childFile", childFile)
            .setParameter("caseFile", caseFile)
            .setParameter("from", from)
            .setParameter("until", until)
            .getResultList();
  }

  /**
   * Those that nobody has approved yet, of the latest contact first: on a person, as a child or as
   * whom the child met, and on these children. A question for each, as each has its own index.
   *
   * @param people keys of the person
   */
  public List<ObservationReport> open(
      Scope scope, Collection<UUID> people, Collection<UUID> childFiles, int limit) {
    return Stream.of(
            open(scope, people, "r.child IN :whose", limit),
            open(
                scope,
                people,
                "EXISTS (SELECT a.id FROM Attendance a WHERE a.contact = r.contact"
                    + " AND a.person IN :whose)",
                limit),
            open(scope, childFiles, "r.childFile IN :whose", limit))
        .flatMap(List::stream)
        .distinct()
        .sorted(
            Comparator.comparing(ObservationReport::contactOn)
                .thenComparing(ObservationReport::key)
                .reversed())
        .limit(limit)
        .toList();
  }

  private List<ObservationReport> open(
      Scope scope, Collection<UUID> whose, String which, int limit) {
    return scope.empty() || whose.isEmpty()
        ? List.of()
        : scope
            .bind(
                em.createQuery(
                    scoped(scope)
                        + which
                        + " AND r.state IN :open ORDER BY r.contactOn DESC, r.id DESC",
                    ObservationReport.class))
            .setParameter("whose", whose)
            .setParameter("open", ReportState.OPEN)
            .setMaxResults(limit)
            .getResultList();
  }

  private static String scoped(Scope scope) {
    return "SELECT DISTINCT r FROM "
        + scope.from("ObservationReport", "r", "childFile")
        + " WHERE "
        + ChildScope.where(scope, "r")
        + " AND ";
  }

  /**
   * Those in these states, of the latest contact first.
   *
   * @param last the last one of the page before; null for the first page
   */
  public List<ObservationReport> list(
      Scope scope, Collection<ReportState> states, ObservationReport last, int limit) {
    if (scope.empty()) {
      return List.of();
    }
    TypedQuery<ObservationReport> query =
        em.createQuery(
            scoped(scope)
                + "r.state IN :states"
                + (last == null
                    ? ""
                    : " AND (r.contactOn < :on OR r.contactOn = :on AND r.id < :last)")
                + " ORDER BY r.contactOn DESC, r.id DESC",
            ObservationReport.class);
    scope.bind(query).setParameter("states", states);
    if (last != null) {
      query.setParameter("on", last.contactOn()).setParameter("last", last.key());
    }
    return query.setMaxResults(limit).getResultList();
  }

  /** How many are in this state, as far as the scope reaches. */
  public long count(Scope scope, ReportState state) {
    return scope.empty()
        ? 0
        : scope
            .bind(
                em.createQuery(
                    "SELECT COUNT(DISTINCT r.id) FROM "
                        + scope.from("ObservationReport", "r", "childFile")
                        + " WHERE "
                        + ChildScope.where(scope, "r")
                        + " AND r.state = :state",
                    Long.class))
            .setParameter("state", state)
            .getSingleResult();
  }
}
