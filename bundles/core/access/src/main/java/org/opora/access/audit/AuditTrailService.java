package org.opora.access.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.opora.access.application.Lendings;
import org.opora.access.audit.AuditEvent.Outcome;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.Unrecorded;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Database;
import org.opora.api.persistence.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The trail: rows of writers go with their transaction, all others through the group writer; the
 * sealer chains them afterwards. Rows keep their order of time by their keys, and each row is on
 * disk before its page is shown.
 */
@Component(
    immediate = true,
    service = {AuditTrail.class, AuditTrailService.class})
public final class AuditTrailService implements AuditTrail, AutoCloseable {
  private final Transactions tx;
  private final Clock clock;
  private final Lendings lendings;
  private final Sealer sealer;
  private final GroupWriter writer;
  private final List<Consumer<List<AuditEvent>>> watchers = new CopyOnWriteArrayList<>();

  @Activate
  public AuditTrailService(
      @Reference(target = "(opora.unit=access)") Transactions tx,
      @Reference Database database,
      @Reference Lendings lendings) {
    this(tx, database, lendings, Clock.systemUTC());
  }

  public AuditTrailService(Transactions tx, Database database, Lendings lendings, Clock clock) {
    this.tx = tx;
    this.lendings = lendings;
    this.clock = clock;
    this.sealer = new Sealer(database, clock, AuditKey.in(database.keyFolder()), this::tell);
    this.writer = new GroupWriter(database, sealer::offer);
    sealer.start();
  }

  @Deactivate
  @Override
  public void close() {
    writer.close();
    sealer.close();
  }

  @Override
  public void wrote(Viewer viewer, String action, List<Subject> subjects, String detail) {
    inTransaction(
        rows(
            viewer.staff(),
            viewer.now(),
            Outcome.WROTE,
            action,
            subjects,
            detail,
            viewer.requestId()));
  }

  /** What a person did who is not signed in yet, in the caller's transaction. */
  public void wrote(StaffId staff, String action, String detail) {
    inTransaction(rows(staff, clock.instant(), Outcome.WROTE, action, List.of(), detail, null));
  }

  /** What is lent to the reader stands in rows of its own: they say so for ever. */
  @Override
  public void read(Viewer viewer, String action, List<Subject> subjects, String detail) {
    Map<UUID, RelationKind> lent =
        lendings.of(viewer, subjects.stream().map(Subject::id).collect(Collectors.toSet()));
    if (lent.isEmpty()) {
      writer.write(readRows(viewer, action, subjects, detail));
      return;
    }
    Map<String, List<Subject>> parts = new TreeMap<>();
    for (Subject one : subjects) {
      parts.computeIfAbsent(by(lent.get(one.id())), first -> new ArrayList<>()).add(one);
    }
    List<AuditEvent> rows = new ArrayList<>();
    parts.forEach((by, some) -> rows.addAll(readRows(viewer, action, some, told(by, detail))));
    writer.write(rows);
  }

  /** With what the detail of what is lent begins; with nothing where it lasts. */
  private static String by(RelationKind lent) {
    if (lent == null) {
      return "";
    }
    return lent == RelationKind.INSPECTOR ? BY_INSPECTION : BY_EMERGENCY;
  }

  private static String told(String by, String detail) {
    if (by.isEmpty()) {
      return detail;
    }
    return detail == null ? by : by + ";" + detail;
  }

  private static List<AuditEvent> readRows(
      Viewer viewer, String action, List<Subject> subjects, String detail) {
    return rows(
        viewer.staff(), viewer.now(), Outcome.READ, action, subjects, detail, viewer.requestId());
  }

  @Override
  public void denied(Viewer viewer, String action, List<Subject> subjects, String reason) {
    writer.write(
        rows(
            viewer.staff(),
            viewer.now(),
            Outcome.DENIED,
            action,
            subjects,
            reason,
            viewer.requestId()));
  }

  @Override
  public void noted(StaffId staff, String action, String detail) {
    writer.write(rows(staff, clock.instant(), Outcome.NOTED, action, List.of(), detail, null));
  }

  @Override
  public Verdict verify() {
    return sealer.verify();
  }

  /** Seals what is written, so that it is read with the rest. */
  void seal() {
    sealer.seal();
  }

  List<Head> heads() throws SQLException {
    return sealer.heads();
  }

  Chain chain() {
    return sealer.chain();
  }

  /** From now on told of rows that are sealed; must not take long. */
  void watch(Consumer<List<AuditEvent>> watcher) {
    watchers.add(watcher);
  }

  void leave(Consumer<List<AuditEvent>> watcher) {
    watchers.remove(watcher);
  }

  private void tell(List<AuditEvent> sealed) {
    watchers.forEach(watcher -> watcher.accept(sealed));
  }

  /** Whether the chain was found broken, so that sealing had to stop. */
  public boolean broken() {
    return sealer.broken();
  }

  /** First row that was found not to hold, by a check or when sealing; null when none was. */
  public Long fault() {
    return sealer.fault();
  }

  /** Milliseconds for which sealing has not worked; 0 when all is well. */
  public long behind() {
    return sealer.behind();
  }

  private void inTransaction(List<AuditEvent> events) {
    tx.run(
        em -> {
          try {
            AuditTable.insert(em.unwrap(Connection.class), events);
          } catch (SQLException e) {
            throw new Unrecorded("The audit row cannot be written, so nothing is changed", e);
          }
          tx.afterCommit(() -> sealer.offer(events));
        });
  }

  private static List<AuditEvent> rows(
      StaffId staff,
      Instant now,
      Outcome outcome,
      String act,
      List<Subject> subjects,
      String detail,
      String request) {
    UUID who = staff == null ? null : staff.value();
    List<AuditEvent> rows = new ArrayList<>(1);
    int from = 0;
    do {
      int to = Math.min(subjects.size(), from + AuditEvent.SUBJECTS);
      rows.add(
          new AuditEvent(
              Ids.next(),
              now.toEpochMilli(),
              who,
              outcome,
              act,
              subjects.subList(from, to),
              detail,
              request));
      from = to;
    } while (from < subjects.size());
    return rows;
  }
}
