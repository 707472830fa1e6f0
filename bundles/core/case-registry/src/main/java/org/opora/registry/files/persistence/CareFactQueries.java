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
 * Agreements in force with the people they are about: four queries, each scoped by itself, so that
 * no list of keys is handed over.
 */
public final class CareFactQueries {
  private final EntityManager em;
  private final Scope scope;
  private final LocalDate day;
  private final List<UUID> files;

  /**
   * @param files only these; null for all
   */
  public CareFactQueries(EntityManager em, Scope scope, LocalDate day, List<UUID> files) {
    this.em = em;
    this.scope = scope;
    this.day = day;
    this.files = files;
  }

  public List<InForceRow> agreements() {
    return ask(
        InForceRow.class,
        "NEW org.opora.registry.files.persistence.InForceRow(f.id, f.number, f.numberN, f.familyName, f.movedIn, a.id, a.kind,"
            + " a.mediated, a.concludedOn)",
        "",
        "",
        " ORDER BY f.numberN, f.id");
  }

  public List<PartRow> carers() {
    return parts("p.id, t.role", "FileCarer", "person");
  }

  public List<PartRow> children() {
    return parts("p.id, t.childFile", "Placement", "child");
  }

  /** Key workers on the day. */
  public List<AssignmentRow> keyWorkers() {
    return ask(
        AssignmentRow.class,
        "NEW org.opora.registry.files.persistence.AssignmentRow(f.id, t.staff, t.kind)",
        " JOIN Assignment t ON t.file = f.id",
        " AND t.kind = " + RelationKind.class.getName() + "." + RelationKind.KEY_WORKER + onDay(),
        "");
  }

  private List<PartRow> parts(String keys, String entity, String person) {
    return ask(
        PartRow.class,
        "NEW org.opora.registry.files.persistence.PartRow(f.id, "
            + keys
            + ", p.given, p.family, p.birthDate, p.undisclosed, t.since, t.until)",
        " JOIN " + entity + " t ON t.file = f.id JOIN Person p ON p.id = t." + person,
        onDay() + " AND " + walls(),
        " ORDER BY t.since, p.birthDate");
  }

  /** The same wall that hides a file hides a person. */
  private String walls() {
    return new Scope(Reach.ALL, scope.staff(), scope.today())
        .where("p", "id")
        .replace("scopeWall", "personWall");
  }

  private static String onDay() {
    return " AND t.since <= :day AND (t.until IS NULL OR t.until >= :day)";
  }

  private <T> List<T> ask(
      Class<T> type, String row, String joins, String conditions, String order) {
    TypedQuery<T> query =
        scope
            .bind(
                em.createQuery(
                    "SELECT "
                        + (scope.reach() == Reach.OWN ? "DISTINCT " : "")
                        + row
                        + " FROM "
                        + scope.from("CaseFile", "f", "id")
                        + " JOIN Agreement a ON a.file = f.id"
                        + joins
                        + " WHERE "
                        + scope.where("f", "id")
                        + " AND a.concludedOn <= :day AND (a.endedOn IS NULL OR a.endedOn >= :day)"
                        + (files == null ? "" : " AND f.id IN :files")
                        + conditions
                        + order,
                    type))
            .setParameter("day", day);
    if (files != null) {
      query.setParameter("files", files);
    }
    return query.getResultList();
  }
}
