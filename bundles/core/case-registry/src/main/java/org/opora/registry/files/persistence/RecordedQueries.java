package org.opora.registry.files.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.registry.shared.persistence.Chunks;

/** Files in which evidence of some kinds counts, and who is or was in them. */
public final class RecordedQueries {
  private final EntityManager em;
  private final Scope scope;
  private final LocalDate day;

  /**
   * @param day what was recorded of later days, and who came later, is left out
   */
  public RecordedQueries(EntityManager em, Scope scope, LocalDate day) {
    this.em = em;
    this.scope = scope;
    this.day = day;
  }

  /**
   * Without those that are in the archive on the day.
   *
   * @param closedSince those closed before are left out
   * @param files only these; null for all
   */
  public List<RecordedRow> files(
      LocalDate closedSince, Collection<String> kinds, List<UUID> files) {
    TypedQuery<RecordedRow> query =
        scope
            .bind(
                em.createQuery(
                    "SELECT DISTINCT NEW org.opora.registry.files.persistence.RecordedRow(f.id,"
                        + " f.number, f.familyName, f.movedIn) FROM "
                        + scope.from("CaseFile", "f", "id")
                        + " WHERE "
                        + scope.where("f", "id")
                        + " AND EXISTS (SELECT e.id FROM EvidenceFact e WHERE e.file = f.id"
                        + " AND e.source.kind IN :kinds AND e.day <= :day)"
                        + " AND (f.archivedOn IS NULL OR f.archivedOn > :day)"
                        + " AND (f.closedOn IS NULL OR f.closedOn >= :closedSince)"
                        + (files == null ? "" : " AND f.id IN :files"),
                    RecordedRow.class))
            .setParameter("kinds", kinds)
            .setParameter("day", day)
            .setParameter("closedSince", closedSince);
    return (files == null ? query : query.setParameter("files", files)).getResultList();
  }

  /** Adults, whoever took part by the day. */
  public List<PartRow> adults(List<UUID> files) {
    return parts(files, "p.id, t.role", "FileCarer", "person");
  }

  /** Children who had come by the day. */
  public List<PartRow> children(List<UUID> files) {
    return parts(files, "p.id, t.childFile", "Placement", "child");
  }

  private List<PartRow> parts(List<UUID> files, String keys, String entity, String person) {
    Scope walls = new Scope(Reach.ALL, scope.staff(), scope.today());
    return Chunks.ask(
        files,
        some ->
            walls
                .bind(
                    em.createQuery(
                        "SELECT NEW org.opora.registry.files.persistence.PartRow(t.file, "
                            + keys
                            + ", p.given, p.family, p.birthDate, p.undisclosed, t.since, t.until)"
                            + " FROM "
                            + entity
                            + " t JOIN Person p ON p.id = t."
                            + person
                            + " WHERE t.file IN :files AND t.since <= :day AND "
                            + walls.where("p", "id"),
                        PartRow.class))
                .setParameter("files", some)
                .setParameter("day", day)
                .getResultList());
  }
}
