package org.opora.registry.people.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Sql;

/**
 * What stands around people of the register: their files, who works there, and walls. Each one
 * query, whatever the number of people.
 */
public final class AroundQueries {
  private final EntityManager em;

  public AroundQueries(EntityManager em) {
    this.em = em;
  }

  /** Keys of everything that a wall keeps from this member of staff that day. */
  public Set<UUID> walls(StaffId staff, LocalDate day) {
    return new HashSet<>(
        Sql.query(
            em,
            Clause.of(
                "SELECT w.SUBJECT FROM ACCESS.WALL w WHERE w.STAFF = ? AND w.LIFTED_ON IS NULL"
                    + " AND (w.UNTIL_DAY IS NULL OR w.UNTIL_DAY >= ?)",
                staff.value(),
                day),
            row -> Sql.key(row, 1)));
  }

  /**
   * For each of these people everything at which a wall closes them: they themselves, every file in
   * which they ever took part or that knows them as a relative, and their sub-file as a child.
   *
   * @param people at least one
   */
  public Map<UUID, Set<Subject>> subjects(List<UUID> people) {
    Map<UUID, Set<Subject>> subjects = new HashMap<>();
    people.forEach(
        person ->
            subjects.put(person, new LinkedHashSet<>(Set.of(Subject.of(new PersonId(person))))));
    Sql.query(
            em,
            keys("t.PERSON", "t.FILE", "FILE", "FILE_CARER", people)
                .then(" UNION ")
                .then(keys("t.CHILD", "t.FILE", "FILE", "PLACEMENT", people))
                .then(" UNION ")
                .then(keys("t.CHILD", "t.ID", "CHILD", "CHILD_FILE", people))
                .then(" UNION ")
                .then(relatives("t.FIRST_PERSON", people))
                .then(" UNION ")
                .then(relatives("t.OTHER_PERSON", people))
                .then(" UNION ")
                .then(ofChildren("t.FIRST_PERSON", "t.OTHER_PERSON", people))
                .then(" UNION ")
                .then(ofChildren("t.OTHER_PERSON", "t.FIRST_PERSON", people)),
            row ->
                new Around(
                    Sql.key(row, 1),
                    row.getString(3).strip().equals("FILE")
                        ? Subject.of(new CaseFileId(Sql.key(row, 2)))
                        : Subject.of(new ChildFileId(Sql.key(row, 2)))))
        .forEach(around -> subjects.get(around.person()).add(around.subject()));
    return subjects;
  }

  private static Clause relatives(String person, List<UUID> people) {
    return keys(person, "t.FILE", "FILE", "KIN_TIE", people)
        .then(" AND t.FILE IS NOT NULL AND t.STRUCK_ON IS NULL");
  }

  /** The relatives of a child go with the child to every family. */
  private static Clause ofChildren(String relative, String child, List<UUID> people) {
    return Clause.of(
            "SELECT "
                + relative
                + ", p.FILE, 'FILE' FROM CASE_REGISTRY.KIN_TIE t JOIN CASE_REGISTRY.PLACEMENT p ON p.CHILD = "
                + child
                + " WHERE t.FILE IS NOT NULL AND t.STRUCK_ON IS NULL AND ")
        .then(Clause.in(relative, people));
  }

  private static Clause keys(
      String person, String subject, String kind, String table, List<UUID> people) {
    return Clause.of(
            "SELECT "
                + person
                + ", "
                + subject
                + ", '"
                + kind
                + "' FROM CASE_REGISTRY."
                + table
                + " t WHERE ")
        .then(Clause.in(person, people));
  }

  /**
   * Key workers of the files in which somebody takes part on the day, in the order of their keys.
   *
   * @param people at least one: every key of that somebody
   */
  public List<StaffId> keyWorkers(List<UUID> people, LocalDate day) {
    return Sql.query(
            em,
            workers("FILE_CARER", "t.PERSON", people, day)
                .then(" UNION ")
                .then(workers("PLACEMENT", "t.CHILD", people, day)),
            row -> new StaffId(Sql.key(row, 1)))
        .stream()
        .sorted(Comparator.comparing(StaffId::value))
        .toList();
  }

  private static Clause workers(String table, String person, List<UUID> people, LocalDate day) {
    return Clause.of("SELECT a.STAFF FROM CASE_REGISTRY." + table + " t")
        .then(" JOIN CASE_REGISTRY.ASSIGNMENT a ON a.FILE = t.FILE WHERE ")
        .then(Clause.in(person, people))
        .then(
            " AND a.KIND = ? AND t.SINCE_DAY <= ? AND (t.UNTIL_DAY IS NULL OR t.UNTIL_DAY >= ?)"
                + " AND a.SINCE_DAY <= ? AND (a.UNTIL_DAY IS NULL OR a.UNTIL_DAY >= ?)",
            RelationKind.KEY_WORKER.name(),
            day,
            day,
            day,
            day);
  }

  private record Around(UUID person, Subject subject) {}
}
