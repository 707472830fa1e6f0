package org.opora.registry.files.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Sql;

/**
 * From which families a wall keeps whom away: at the file, or at anybody who is in it under any
 * key.
 */
public final class KeptAway {
  private final EntityManager em;

  public KeptAway(EntityManager em) {
    this.em = em;
  }

  /** Families without anybody kept away are missing. */
  public Map<CaseFileId, Set<StaffId>> of(Collection<CaseFileId> files, LocalDate day) {
    Map<CaseFileId, Set<StaffId>> away = new HashMap<>();
    for (Clause part :
        new Clause[] {
          Clause.of("CASE_REGISTRY.CASE_FILE t JOIN ACCESS.WALL x ON x.SUBJECT = t.ID"),
          within("FILE_CARER", "PERSON"),
          within("PLACEMENT", "CHILD"),
          within("PLACEMENT", "CHILD_FILE"),
          otherwise("FILE_CARER", "PERSON"),
          otherwise("PLACEMENT", "CHILD"),
          Clause.of(
              "CASE_REGISTRY.PLACEMENT t JOIN ACCESS.SAME_KEY y ON y.PERSON = t.CHILD"
                  + " JOIN CASE_REGISTRY.CHILD_FILE c ON c.CHILD = y.OTHER"
                  + " JOIN ACCESS.WALL x ON x.SUBJECT = c.ID")
        }) {
      boolean cover = part.text().contains("CASE_FILE t");
      String file = cover ? "t.ID" : "t.FILE";
      Clause still =
          cover ? Clause.of("") : Clause.of(" AND (t.UNTIL_DAY IS NULL OR t.UNTIL_DAY >= ?)", day);
      Chunks.ask(
              Chunks.values(files),
              some ->
                  Sql.query(
                      em,
                      Clause.of("SELECT DISTINCT " + file + ", x.STAFF FROM ")
                          .then(part)
                          .then(" WHERE x.LIFTED_ON IS NULL AND ")
                          .then(standing(day))
                          .then(Clause.in(file, some))
                          .then(still),
                      row -> new UUID[] {Sql.key(row, 1), Sql.key(row, 2)}))
          .forEach(
              row ->
                  away.computeIfAbsent(new CaseFileId(row[0]), first -> new HashSet<>())
                      .add(new StaffId(row[1])));
    }
    return away;
  }

  /** Whom a wall keeps away from somebody, or from their sub-file as a child. */
  public Set<StaffId> ofPeople(Collection<PersonId> keys, LocalDate day) {
    return new HashSet<>(
        Chunks.ask(
            Chunks.values(keys),
            some ->
                Sql.query(
                    em,
                    Clause.of("SELECT x.STAFF FROM ACCESS.WALL x WHERE x.LIFTED_ON IS NULL AND ")
                        .then(standing(day))
                        .then(Clause.in("x.SUBJECT", some))
                        .then(
                            " UNION SELECT x.STAFF FROM CASE_REGISTRY.CHILD_FILE c"
                                + " JOIN ACCESS.WALL x ON x.SUBJECT = c.ID WHERE x.LIFTED_ON IS NULL AND ")
                        .then(standing(day))
                        .then(Clause.in("c.CHILD", some)),
                    row -> new StaffId(Sql.key(row, 1)))));
  }

  private static Clause standing(LocalDate day) {
    return Clause.of("(x.UNTIL_DAY IS NULL OR x.UNTIL_DAY >= ?) AND ", day);
  }

  /** Under another key. */
  private static Clause otherwise(String table, String person) {
    return Clause.of(
        "CASE_REGISTRY."
            + table
            + " t JOIN ACCESS.SAME_KEY y ON y.PERSON = t."
            + person
            + " JOIN ACCESS.WALL x ON x.SUBJECT = y.OTHER");
  }

  private static Clause within(String table, String subject) {
    return Clause.of(
        "CASE_REGISTRY." + table + " t JOIN ACCESS.WALL x ON x.SUBJECT = t." + subject);
  }
}
