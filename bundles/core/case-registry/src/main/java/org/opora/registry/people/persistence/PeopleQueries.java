package org.opora.registry.people.persistence;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Scope;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Sql;

/** Reads about people, each one query whatever the number of people. */
public final class PeopleQueries {
  static final String COLUMNS = "p.ID, p.GIVEN, p.FAMILY, p.BIRTH_DATE, p.FAMILY_N, p.GIVEN_N";

  /** The archive is asked for elsewhere, and with a reason. */
  private static final String EVERYDAY = " AND f.archivedOn IS NULL";

  private final EntityManager em;

  public PeopleQueries(EntityManager em) {
    this.em = em;
  }

  /** These people; whoever asks has decided already. Not for use after changes in the same unit. */
  List<PersonRow> rows(List<UUID> people) {
    return people.isEmpty()
        ? List.of()
        : Sql.query(
            em,
            Clause.of("SELECT " + COLUMNS + " FROM CASE_REGISTRY.PERSON p WHERE ")
                .then(Clause.in("p.ID", people)),
            PeopleQueries::person);
  }

  /**
   * One file in the scope for each of these people who takes part in one on the day; that in which
   * they are a child goes last. The archive is asked for elsewhere, and with a reason.
   */
  public List<FileOfPerson> today(Scope scope, List<UUID> people) {
    return people.isEmpty()
        ? List.of()
        : Sql.query(
            em,
            today(scope, people, "FILE_CARER", "PERSON")
                .then(" UNION ALL ")
                .then(today(scope, people, "PLACEMENT", "CHILD")),
            row ->
                new FileOfPerson(
                    Sql.key(row, 1),
                    Sql.key(row, 2),
                    row.getString(3),
                    Sql.day(row, 4),
                    Sql.day(row, 5)));
  }

  private static Clause today(Scope scope, List<UUID> people, String table, String person) {
    return Clause.of(
            "SELECT t."
                + person
                + ", f.ID, f.FILE_NUMBER, t.SINCE_DAY, t.UNTIL_DAY FROM CASE_REGISTRY."
                + table
                + " t JOIN CASE_REGISTRY.CASE_FILE f ON f.ID = t.FILE"
                + " WHERE ")
        .then(Clause.in("t." + person, people))
        .then(
            " AND f.ARCHIVED_ON IS NULL AND t.SINCE_DAY <= ?"
                + " AND (t.UNTIL_DAY IS NULL OR t.UNTIL_DAY >= ?) AND ",
            scope.today(),
            scope.today())
        .then(Clause.reached(scope, "f.ID"));
  }

  /** Those of these people who are in the scope. */
  public List<PersonRow> rows(Scope scope, List<UUID> people) {
    return Chunks.ask(
        people,
        some -> Sql.query(em, inScope(scope, Clause.in("p.ID", some)), PeopleQueries::person));
  }

  /** People in the scope with this fingerprint of a national id. */
  public List<PersonRow> byNationalMark(Scope scope, String mark, int limit) {
    return exactly(scope, Clause.of("p.NATIONAL_MARK = ?", mark), limit);
  }

  /** People in the scope with this folded name, and with this birth date or an unknown one. */
  public List<PersonRow> alike(
      Scope scope, String familyN, String givenN, LocalDate birthDate, int limit) {
    Clause name = Clause.of("p.FAMILY_N = ? AND p.GIVEN_N = ?", familyN, givenN);
    return exactly(
        scope,
        birthDate == null
            ? name
            : name.then(" AND (p.BIRTH_DATE IS NULL OR p.BIRTH_DATE = ?)", birthDate),
        limit);
  }

  /**
   * Few people of any register are exactly so. They are put in order here, so that nothing tempts
   * the database to walk the index of the order instead of the one that finds them.
   */
  private List<PersonRow> exactly(Scope scope, Clause which, int limit) {
    return Sql.query(em, inScope(scope, which), PeopleQueries::person).stream()
        .sorted(
            Comparator.comparing(PersonRow::familyN)
                .thenComparing(PersonRow::givenN)
                .thenComparing(PersonRow::id))
        .limit(limit)
        .toList();
  }

  private static Clause inScope(Scope scope, Clause which) {
    return Clause.of(
            "SELECT DISTINCT "
                + COLUMNS
                + " FROM CASE_REGISTRY.PERSON p"
                + (Clause.own(scope) ? " JOIN ACCESS.RELATION r ON r.SUBJECT = p.ID" : "")
                + " WHERE ")
        .then(which)
        .and(Clause.scope(scope, "p.ID"));
  }

  static PersonRow person(ResultSet row) throws SQLException {
    return new PersonRow(
        Sql.key(row, 1),
        row.getString(2),
        row.getString(3),
        Sql.day(row, 4),
        row.getString(5),
        row.getString(6));
  }

  /** Files in the scope, without archived ones, in which they take or took part as adults. */
  public List<FileOfPerson> asCarer(Scope scope, List<UUID> people) {
    return files(scope, people, "FileCarer", "person", ", t.role", EVERYDAY);
  }

  /** Files in the scope, without archived ones, in which they are or were as children. */
  public List<FileOfPerson> asChild(Scope scope, List<UUID> people) {
    return files(scope, people, "Placement", "child", "", EVERYDAY);
  }

  /** The same with archived ones: to decide by, not to be shown. */
  public List<FileOfPerson> everAsChild(Scope scope, List<UUID> people) {
    return files(scope, people, "Placement", "child", "", "");
  }

  /** Every stay of these children, also in files nobody may tell the viewer of. */
  public List<StayPeriod> stays(List<UUID> children) {
    return em.createQuery(
            "SELECT NEW org.opora.registry.people.persistence.StayPeriod(t.child, t.file, t.since,"
                + " t.until) FROM Placement t WHERE t.child IN :children",
            StayPeriod.class)
        .setParameter("children", children)
        .getResultList();
  }

  private List<FileOfPerson> files(
      Scope scope, List<UUID> people, String entity, String field, String role, String which) {
    return Chunks.ask(
        people,
        some ->
            scope
                .bind(
                    em.createQuery(
                        "SELECT DISTINCT NEW org.opora.registry.people.persistence.FileOfPerson(t."
                            + field
                            + ", f.id, f.number, t.since, t.until"
                            + role
                            + ") FROM "
                            + scope.from("CaseFile", "f", "id")
                            + " JOIN "
                            + entity
                            + " t ON t.file = f.id WHERE "
                            + scope.where("f", "id")
                            + which
                            + " AND t."
                            + field
                            + " IN :people",
                        FileOfPerson.class))
                .setParameter("people", some)
                .getResultList());
  }
}
