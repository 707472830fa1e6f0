package org.opora.registry.tasks.persistence;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Title;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.shared.persistence.Sql;
import org.opora.registry.tasks.domain.About;
import org.opora.registry.tasks.domain.Origin;
import org.opora.registry.tasks.domain.Task;

/**
 * Reads of tasks. Open ones by their last day, those without one at the end; done ones the newest
 * first. A list is several walks along an index that meet here: over what the viewer is related to,
 * and over the viewer's own tasks about nobody.
 */
public final class TaskQueries {
  private static final String TASK = "CASE_REGISTRY.TASK t";
  private static final String ROW =
      "SELECT t.ID, t.SUBJECT_KIND, t.SUBJECT, t.FILE, t.PERSON, t.WHAT, t.TITLE_CS, t.TITLE_PL, t.TITLE_EN,"
          + " t.AUTHOR, t.GIVEN_ON, t.DOER, t.DUE, t.DONE_ON, t.DONE_BY, t.NOTE, t.ORIGIN, t.SOURCE, t.HREF, t.VERSION, t.TIE FROM "
          + TASK
          + " WHERE ";
  private final EntityManager em;
  private final Scope scope;
  private final boolean done;

  /**
   * @param scope how far and where the viewer sees tasks
   * @param done those that are done, or those that are open
   */
  public TaskQueries(EntityManager em, Scope scope, boolean done) {
    this.em = em;
    this.scope = scope;
    this.done = done;
  }

  /** Tasks of this member of staff; of everybody when it is null. */
  public Page<TaskRow> of(StaffId doer, String after, int limit) {
    return page(
        List.of(doer == null ? Clause.of("1 = 1") : Clause.of("t.DOER = ?", doer.value())),
        after,
        limit);
  }

  /** Tasks kept under the file, and those about these people wherever they were kept. */
  public Page<TaskRow> of(CaseFileId file, Collection<PersonId> people, String after, int limit) {
    List<Clause> which = new ArrayList<>();
    which.add(Clause.of("t.FILE = ?", file.value()));
    if (!people.isEmpty()) {
      which.add(Clause.in("t.PERSON", Chunks.values(people)));
    }
    return page(which, after, limit);
  }

  private Page<TaskRow> page(List<Clause> which, String after, int limit) {
    Clause beyond = beyond(Cursors.key(after));
    List<Found> found = new ArrayList<>();
    for (Clause one : which) {
      found.addAll(walk(one.then(beyond), limit + 1));
    }
    Comparator<Found> order = Comparator.naturalOrder();
    List<Found> sorted =
        found.stream()
            .distinct()
            .sorted(done ? order.reversed() : order)
            .limit(limit + 1L)
            .toList();
    Page<Found> page = Cursors.page(sorted, limit, Found::id);
    return new Page<>(rows(page.items().stream().map(Found::id).toList()), page.next());
  }

  private List<Found> walk(Clause which, int limit) {
    List<Found> found = new ArrayList<>();
    if (scope.reach() == Reach.ALL) {
      found.addAll(
          ask(
              "SELECT t.ID, t.PLACE FROM " + TASK,
              which.and(Clause.scope(scope, "t.SUBJECT")),
              limit));
    } else if (scope.reach() == Reach.OWN) {
      found.addAll(
          ask(
              // Somebody may be related to one thing twice.
              "SELECT DISTINCT t.ID, t.PLACE FROM ACCESS.RELATION r JOIN "
                  + TASK
                  + " ON t.SUBJECT = r.SUBJECT",
              which
                  .and(Clause.scope(scope, "t.SUBJECT"))
                  .then(" AND (t.OVERSIGHT = FALSE OR t.DOER = ?)", scope.staff().value()),
              limit));
      for (String mine : List.of("t.AUTHOR", "t.DOER")) {
        found.addAll(
            ask(
                "SELECT t.ID, t.PLACE FROM " + TASK,
                which.then(" AND t.SUBJECT IS NULL AND " + mine + " = ?", scope.staff().value()),
                limit));
      }
    }
    return found;
  }

  private List<Found> ask(String from, Clause where, int limit) {
    Scope walls = new Scope(Reach.ALL, scope.staff(), scope.today());
    return Sql.query(
        em,
        Clause.of(from + " WHERE t.DONE = " + (done ? "TRUE" : "FALSE") + " AND ")
            .then(where)
            .and(Clause.scope(walls, "t.FILE"))
            .and(Clause.scope(walls, "t.PERSON"))
            .then(
                (done ? " ORDER BY t.PLACE DESC, t.ID DESC" : " ORDER BY t.PLACE, t.ID")
                    + " FETCH FIRST ? ROWS ONLY",
                limit),
        row -> new Found(Sql.key(row, 1), Sql.day(row, 2)));
  }

  /** What stands after the task of the cursor; everything when that task is no more. */
  private Clause beyond(UUID last) {
    List<LocalDate> place = last == null ? List.of() : place(last);
    if (place.isEmpty()) {
      return Clause.of("");
    }
    String sign = done ? "<" : ">";
    LocalDate day = place.get(0);
    return Clause.of(
        " AND (t.PLACE " + sign + " ? OR (t.PLACE = ? AND t.ID " + sign + " ?))", day, day, last);
  }

  /** Where a task stands in this list, or stood before it was done or reopened meanwhile. */
  private List<LocalDate> place(UUID task) {
    return Sql.query(
        em,
        Clause.of("SELECT t.DUE, t.DONE_ON FROM " + TASK + " WHERE t.ID = ?", task),
        row -> {
          LocalDate due = Sql.day(row, 1);
          LocalDate doneOn = Sql.day(row, 2);
          return done && doneOn != null ? doneOn : done ? scope.today() : Task.placeOf(due);
        });
  }

  private List<TaskRow> rows(List<UUID> keys) {
    Map<UUID, TaskRow> rows = new HashMap<>();
    Chunks.ask(
            keys,
            some -> Sql.query(em, Clause.of(ROW).then(Clause.in("t.ID", some)), TaskQueries::row))
        .forEach(row -> rows.put(row.id(), row));
    return keys.stream().map(rows::get).filter(Objects::nonNull).toList();
  }

  private static TaskRow row(ResultSet row) throws SQLException {
    String kind = row.getString(2);
    UUID file = Sql.key(row, 4);
    UUID person = Sql.key(row, 5);
    String cs = row.getString(7);
    return new TaskRow(
        Sql.key(row, 1),
        row.getLong(20),
        new About(
            kind == null ? null : new Subject(Subject.Kind.valueOf(kind), Sql.key(row, 3)),
            file == null ? null : new CaseFileId(file),
            person == null ? null : new PersonId(person)),
        row.getBytes(6),
        cs == null ? null : new Title(cs, row.getString(8), row.getString(9)),
        Sql.key(row, 10),
        Sql.day(row, 11),
        Sql.key(row, 12),
        Sql.day(row, 13),
        Sql.day(row, 14),
        Sql.key(row, 15),
        row.getBytes(16),
        new Origin(
            row.getString(17),
            Sql.key(row, 18),
            row.getString(19),
            Tasks.Tie.valueOf(row.getString(21))));
  }
}
