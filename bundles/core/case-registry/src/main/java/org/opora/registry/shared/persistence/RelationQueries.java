package org.opora.registry.shared.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Scope;
import org.opora.api.ids.StaffId;

/** What a member of staff is to people, and what is kept from them. */
public final class RelationQueries {
  private final EntityManager em;

  public RelationQueries(EntityManager em) {
    this.em = em;
  }

  /**
   * Subjects at which a wall stands before this member of staff: files, people, and children at
   * whose sub-file it stands.
   */
  public Set<UUID> walled(StaffId staff) {
    return new HashSet<>(
        Sql.query(
            em,
            Clause.of(
                "SELECT w.SUBJECT, c.CHILD FROM ACCESS.WALL w"
                    + " LEFT JOIN CASE_REGISTRY.CHILD_FILE c ON c.ID = w.SUBJECT"
                    + " WHERE w.STAFF = ? AND w.LIFTED_ON IS NULL",
                staff.value()),
            row -> {
              UUID child = Sql.key(row, 2);
              return child == null ? Sql.key(row, 1) : child;
            }));
  }

  /** Those of these people with whose family this member of staff works that day, by assignment. */
  public Set<UUID> worked(StaffId staff, LocalDate day, Collection<UUID> people) {
    return new HashSet<>(
        Chunks.ask(
            List.copyOf(people),
            some ->
                Sql.query(
                    em,
                    Clause.of(
                            "SELECT DISTINCT r.SUBJECT FROM ACCESS.RELATION r WHERE r.STAFF = ?"
                                + " AND r.KIND IN ('KEY_WORKER', 'DEPUTY', 'CO_WORKER', 'STAND_IN')"
                                + " AND r.SINCE <= ?"
                                + " AND (r.UNTIL_DAY IS NULL OR r.UNTIL_DAY >= ?) AND ",
                            staff.value(),
                            day,
                            day)
                        .then(Clause.in("r.SUBJECT", some)),
                    row -> Sql.key(row, 1))));
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
