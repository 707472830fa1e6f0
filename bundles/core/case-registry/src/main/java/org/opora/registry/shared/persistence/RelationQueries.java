package org.opora.registry.shared.persistence;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Scope;
import org.opora.api.ids.StaffId;

/** What a member of staff is to people, and what is kept from them. */
public final class RelationQueries {
  private final EntityManager em;

  public RelationQueries(EntityManager em) {
    this.em = em;
  }

  /**
   * Subjects at which a wall stands before this member of staff that day: files, people, and
   * children at whose sub-file it stands.
   */
  public Set<UUID> walled(StaffId staff, LocalDate day) {
    return new HashSet<>(
        Sql.query(
            em,
            Clause.of(
                "SELECT w.SUBJECT, c.CHILD FROM ACCESS.WALL w"
                    + " LEFT JOIN CASE_REGISTRY.CHILD_FILE c ON c.ID = w.SUBJECT"
                    + " WHERE w.STAFF = ? AND w.LIFTED_ON IS NULL"
                    + " AND (w.UNTIL_DAY IS NULL OR w.UNTIL_DAY >= ?)",
                staff.value(),
                day),
            row -> {
              UUID child = Sql.key(row, 2);
              return child == null ? Sql.key(row, 1) : child;
            }));
  }

  /**
   * Those of these subjects to which this member of staff is one of these that day.
   *
   * @param now at which an emergency must last still
   */
  public Set<UUID> related(
      StaffId staff,
      Set<RelationKind> kinds,
      LocalDate day,
      Instant now,
      Collection<UUID> subjects) {
    return new HashSet<>(
        Chunks.ask(
            List.copyOf(subjects),
            some ->
                Sql.query(
                    em,
                    Clause.of("SELECT DISTINCT r.SUBJECT FROM ACCESS.RELATION r WHERE ")
                        .then(is(staff, kinds, day))
                        .and(Clause.of("(r.EXPIRES IS NULL OR r.EXPIRES > ?)", now.toEpochMilli()))
                        .and(Clause.in("r.SUBJECT", some)),
                    row -> Sql.key(row, 1))));
  }

  /**
   * What this member of staff is to the subject that day.
   *
   * @param now at which what is lent must last still
   */
  public Set<RelationKind> kinds(StaffId staff, LocalDate day, Instant now, UUID subject) {
    return new HashSet<>(
        Sql.query(
            em,
            Clause.of(
                "SELECT DISTINCT r.KIND FROM ACCESS.RELATION r WHERE r.STAFF = ? AND r.SUBJECT = ?"
                    + " AND r.SINCE <= ? AND (r.UNTIL_DAY IS NULL OR r.UNTIL_DAY >= ?)"
                    + " AND (r.EXPIRES IS NULL OR r.EXPIRES > ?)",
                staff.value(),
                subject,
                day,
                day,
                now.toEpochMilli()),
            row -> RelationKind.valueOf(row.getString(1))));
  }

  /** Who is one of these to the subject that day. */
  public Set<StaffId> those(Set<RelationKind> kinds, LocalDate day, UUID subject) {
    return new HashSet<>(
        Sql.query(
            em,
            Clause.of(
                    "SELECT DISTINCT r.STAFF FROM ACCESS.RELATION r WHERE r.SUBJECT = ?"
                        + " AND r.SINCE <= ? AND (r.UNTIL_DAY IS NULL OR r.UNTIL_DAY >= ?)",
                    subject,
                    day,
                    day)
                .and(Clause.among("r.KIND", kinds.stream().map(Enum::name).sorted().toList())),
            row -> new StaffId(Sql.key(row, 1))));
  }

  /** The condition that {@code r}, a row of ACCESS.RELATION, makes them one of these that day. */
  public static Clause is(StaffId staff, Set<RelationKind> kinds, LocalDate day) {
    return Clause.of(
            "r.STAFF = ? AND r.SINCE <= ? AND (r.UNTIL_DAY IS NULL OR r.UNTIL_DAY >= ?)",
            staff.value(),
            day,
            day)
        .and(
            Clause.among(
                "r.KIND", kinds.stream().map(Enum::name).sorted().collect(Collectors.toList())));
  }

  /** Those of these people who are in the scope. */
  public Set<UUID> known(Scope scope, Collection<UUID> people) {
    return new HashSet<>(
        Chunks.ask(
            List.copyOf(people),
            some ->
                Sql.query(
                    em,
                    Clause.of(
                            "SELECT DISTINCT p.ID FROM CASE_REGISTRY.PERSON p"
                                + (Clause.own(scope)
                                    ? " JOIN ACCESS.RELATION r ON r.SUBJECT = p.ID"
                                    : "")
                                + " WHERE ")
                        .then(Clause.in("p.ID", some))
                        .and(Clause.scope(scope, "p.ID")),
                    row -> Sql.key(row, 1))));
  }
}
