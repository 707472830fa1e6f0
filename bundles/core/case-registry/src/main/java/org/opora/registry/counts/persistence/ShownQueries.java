package org.opora.registry.counts.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Scope;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Sql;

/** What of a list its reader may see. */
public final class ShownQueries {
  private static final String FILE = "f.ID, f.FILE_NUMBER, f.FAMILY_NAME";
  private final EntityManager em;

  public ShownQueries(EntityManager em) {
    this.em = em;
  }

  /**
   * A row under a case file.
   *
   * @param what code of what it is
   */
  public record Row(
      UUID key, String what, LocalDate on, UUID file, String number, String familyName) {}

  /**
   * A fact of a record.
   *
   * @param file null where it counts in none
   * @param person null where it is about nobody in particular
   */
  public record Told(UUID record, String kind, LocalDate on, UUID file, UUID person) {}

  /** A case file that the viewer may see. */
  public record File(UUID id, String number, String familyName) {}

  /** Agreements under files that the scope reaches; those in the archive are in no list. */
  public List<Row> agreements(Scope scope, List<UUID> keys) {
    return under(scope, "CASE_REGISTRY.AGREEMENT", "t.KIND", "t.CONCLUDED_ON", keys);
  }

  /** Agreements in preparation in the same way. */
  public List<Row> proposals(Scope scope, List<UUID> keys) {
    return under(scope, "CASE_REGISTRY.AGREEMENT_PROPOSAL", "t.STATE", "t.BEGUN_ON", keys);
  }

  private List<Row> under(Scope scope, String table, String what, String day, List<UUID> keys) {
    return Chunks.ask(
        keys,
        some ->
            Sql.query(
                em,
                Clause.of(
                        "SELECT t.ID, "
                            + what
                            + ", "
                            + day
                            + ", "
                            + FILE
                            + " FROM "
                            + table
                            + " t JOIN CASE_REGISTRY.CASE_FILE f ON f.ID = t.FILE"
                            + " WHERE f.ARCHIVED_ON IS NULL AND ")
                    .then(Clause.in("t.ID", some))
                    .and(Clause.reached(scope, "f.ID")),
                row ->
                    new Row(
                        Sql.key(row, 1),
                        row.getString(2),
                        Sql.day(row, 3),
                        Sql.key(row, 4),
                        row.getString(5),
                        row.getString(6))));
  }

  /** All that these records tell, the earliest first. */
  public List<Told> told(List<UUID> records) {
    return Chunks.ask(
        records,
        some ->
            Sql.query(
                em,
                Clause.of(
                        "SELECT e.SOURCE, e.KIND, e.HAPPENED_ON, e.FILE, e.PERSON"
                            + " FROM CASE_REGISTRY.EVIDENCE e WHERE ")
                    .then(Clause.in("e.SOURCE", some))
                    .then(" ORDER BY e.HAPPENED_ON, e.KIND, e.ID"),
                row ->
                    new Told(
                        Sql.key(row, 1),
                        row.getString(2),
                        Sql.day(row, 3),
                        Sql.key(row, 4),
                        Sql.key(row, 5))));
  }

  /** Files that the scope reaches; those in the archive are in no list. */
  public List<File> files(Scope scope, List<UUID> keys) {
    return Chunks.ask(
        keys,
        some ->
            Sql.query(
                em,
                Clause.of(
                        "SELECT "
                            + FILE
                            + " FROM CASE_REGISTRY.CASE_FILE f WHERE f.ARCHIVED_ON IS NULL AND ")
                    .then(Clause.in("f.ID", some))
                    .and(Clause.reached(scope, "f.ID")),
                row -> new File(Sql.key(row, 1), row.getString(2), row.getString(3))));
  }
}
