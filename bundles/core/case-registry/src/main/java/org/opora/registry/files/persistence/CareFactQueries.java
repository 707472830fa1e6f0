package org.opora.registry.files.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Reach;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Scope;

/**
 * Agreements in force on a day or within some days, with the people they are about: four queries,
 * each scoped by itself, so that no list of keys is handed over.
 */
public final class CareFactQueries {
  private final EntityManager em;
  private final Scope scope;
  private final LocalDate from;
  private final LocalDate until;
  private final List<UUID> files;

  /**
   * @param from agreements that ended before are left out
   * @param until agreements concluded later are left out
   * @param files only these; null for all
   */
  public CareFactQueries(
      EntityManager em, Scope scope, LocalDate from, LocalDate until, List<UUID> files) {
    this.em = em;
    this.scope = scope;
    this.from = from;
    this.until = until;
    this.files = files;
  }

  public List<InForceRow> agreements() {
    return agreements("");
  }

  /** The same without the files that are in the archive on the last of the days. */
  public List<InForceRow> agreementsAtHand() {
    return agreements(" AND (f.archivedOn IS NULL OR f.archivedOn > :until)");
  }

  private List<InForceRow> agreements(String which) {
    return ask(
        InForceRow.class,
        "NEW org.opora.registry.files.persistence.InForceRow(f.id, f.number, f.numberN,"
            + " f.familyName, f.movedIn, a.id, a.kind, a.mediated, a.concludedOn, a.endedOn)",
        "",
        which,
        " ORDER BY f.numberN, f.id, a.concludedOn");
  }

  /** Carers on one of the days. */
  public List<PartRow> carers() {
    return carers(within());
  }

  /** Who cared on any day of an agreement, be it before or after the days; each once. */
  public List<PartRow> carersEver() {
    return carers(underTheAgreement());
  }

  /** Children placed on one of the days. */
  public List<PartRow> children() {
    return children(within());
  }

  /** Who was placed on any day of an agreement, be it before or after the days; each once. */
  public List<PartRow> childrenEver() {
    return children(underTheAgreement());
  }

  /** Key workers on the last of the days. */
  public List<AssignmentRow> keyWorkers() {
    return ask(
        AssignmentRow.class,
        "NEW org.opora.registry.files.persistence.AssignmentRow(f.id, t.staff, t.kind)",
        " JOIN Assignment t ON t.file = f.id",
        " AND t.kind = "
            + RelationKind.class.getName()
            + "."
            + RelationKind.KEY_WORKER
            + " AND t.since <= :until AND (t.until IS NULL OR t.until >= :until)",
        "");
  }

  private List<PartRow> carers(String when) {
    return parts("p.id, t.role", "FileCarer", "person", when);
  }

  private List<PartRow> children(String when) {
    return parts("p.id, t.childFile", "Placement", "child", when);
  }

  private List<PartRow> parts(String keys, String entity, String person, String when) {
    return ask(
        PartRow.class,
        "NEW org.opora.registry.files.persistence.PartRow(f.id, "
            + keys
            + ", p.given, p.family, p.birthDate, p.undisclosed, t.since, t.until)",
        " JOIN " + entity + " t ON t.file = f.id JOIN Person p ON p.id = t." + person,
        when + " AND " + walls(),
        " ORDER BY t.since, p.birthDate");
  }

  /** The same wall that hides a file hides a person. */
  private String walls() {
    return new Scope(Reach.ALL, scope.staff(), scope.today())
        .where("p", "id")
        .replace("scopeWall", "personWall");
  }

  private static String within() {
    return " AND t.since <= :until AND (t.until IS NULL OR t.until >= :from)";
  }

  private static String underTheAgreement() {
    return " AND (a.endedOn IS NULL OR t.since <= a.endedOn)"
        + " AND (t.until IS NULL OR t.until >= a.concludedOn)";
  }

  /** A row can be found by several relations, or by several agreements of a file. */
  private boolean several() {
    return scope.reach() == Reach.OWN || !from.equals(until);
  }

  private <T> List<T> ask(
      Class<T> type, String row, String joins, String conditions, String order) {
    TypedQuery<T> query =
        scope
            .bind(
                em.createQuery(
                    "SELECT "
                        + (several() ? "DISTINCT " : "")
                        + row
                        + " FROM "
                        + scope.from("CaseFile", "f", "id")
                        + " JOIN Agreement a ON a.file = f.id"
                        + joins
                        + " WHERE "
                        + scope.where("f", "id")
                        + " AND a.concludedOn <= :until AND (a.endedOn IS NULL OR a.endedOn >="
                        + " :from)"
                        + (files == null ? "" : " AND f.id IN :files")
                        + conditions
                        + order,
                    type))
            .setParameter("from", from)
            .setParameter("until", until);
    if (files != null) {
      query.setParameter("files", files);
    }
    return query.getResultList();
  }
}
