package org.opora.access.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.opora.access.audit.AlarmTable.Alarm;
import org.opora.access.audit.Watch.Finding;
import org.opora.access.audit.Watch.Kind;
import org.opora.api.access.AuditTrail;
import org.opora.api.ids.Ids;
import org.opora.api.inbox.Inbox;
import org.opora.api.persistence.Database;
import org.opora.api.text.Messages;
import org.opora.api.text.Title;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells those who may read the trail what in it cannot wait: an account that is refused again and
 * again, one person who opens many files, and a chain that does not hold. What was found stays in a
 * table until it is told, and the same is told once only. A message names nobody; the page it leads
 * to does, to whoever may read it.
 */
@Component(immediate = true, service = AuditAlarms.class)
public final class AuditAlarms implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AuditAlarms.class);
  private static final long PACE_MILLIS = 1_000;
  private static final int WAITING = 50_000;
  private static final int LOOKED_BACK = 30;
  private static final long SAME_MILLIS = 60 * 60_000L;

  private final AuditTrailService audit;
  private final Database database;
  private final Clock clock;
  private final Consumer<List<AuditEvent>> watcher = this::offer;
  private final Watch watch = new Watch(this::usual);
  private final Map<UUID, Integer> peaks = new HashMap<>();
  private final Map<UUID, Integer> raised = new HashMap<>();
  private final Map<UUID, Integer> unkept = new HashMap<>();
  private final Map<Told, Long> standing = new HashMap<>();
  private LocalDate peaksOf = LocalDate.EPOCH;
  private final BlockingQueue<AuditEvent> queue = new LinkedBlockingQueue<>(WAITING);
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread = new Thread(this::work, "opora-audit-alarms");
  private final LinkedList<AuditEvent> taken = new LinkedList<>();
  private Finding finding;
  private boolean remembered;
  private boolean untold = true;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile Inbox inbox;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private volatile Messages messages;

  @Activate
  public AuditAlarms(@Reference AuditTrailService audit, @Reference Database database) {
    this(audit, database, Clock.systemUTC());
    thread.setDaemon(true);
    thread.start();
  }

  private AuditAlarms(AuditTrailService audit, Database database, Clock clock) {
    this.audit = audit;
    this.database = database;
    this.clock = clock;
    audit.watch(watcher);
  }

  /** Without a thread of its own: whoever asks has it look by {@link #look}. */
  public static AuditAlarms by(
      AuditTrailService audit, Database database, Clock clock, Inbox inbox, Messages messages) {
    AuditAlarms alarms = new AuditAlarms(audit, database, clock);
    alarms.inbox = inbox;
    alarms.messages = messages;
    return alarms;
  }

  @Deactivate
  @Override
  public void close() {
    audit.leave(watcher);
    stop.countDown();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(15));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void offer(List<AuditEvent> sealed) {
    // A row more than fits is not counted; it is in the trail all the same.
    sealed.forEach(queue::offer);
  }

  private void work() {
    try {
      while (!stop.await(PACE_MILLIS, TimeUnit.MILLISECONDS)) {
        try {
          look();
        } catch (RuntimeException e) {
          LOG.info("Alarms of the audit trail wait: {}", e.toString());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks at what has been sealed meanwhile, and tells what was found and what is still untold. */
  public void look() {
    queue.drainTo(taken);
    try {
      if (!remembered) {
        taken.addAll(0, lastHour(taken));
        remembered = true;
      }
      // What cannot be kept now is kept the next time: many refusals and then silence is an attack.
      while (finding != null || !taken.isEmpty()) {
        if (finding == null) {
          AuditEvent row = taken.get(0);
          finding = watch.next(row);
          taken.remove(0);
          notePeak(row);
        }
        found(finding);
        finding = null;
      }
      keepPeaks();
      Long fault = audit.fault();
      if (fault != null) {
        found(new Finding(Kind.CHAIN, null, clock.millis(), fault));
      }
      tell();
    } catch (SQLException e) {
      throw new IllegalStateException("Alarms cannot be kept", e);
    }
  }

  /** After a start the hour before still counts. */
  private List<AuditEvent> lastHour(List<AuditEvent> queued) throws SQLException {
    long now = clock.millis();
    List<AuditEvent> rows = new ArrayList<>();
    Set<UUID> there = queued.stream().map(AuditEvent::id).collect(Collectors.toSet());
    try (Connection connection = database.connection()) {
      connection.setAutoCommit(false);
      try {
        AuditTable.newest(
            connection,
            new AuditTable.Asked(1, Long.MAX_VALUE, 0, Long.MAX_VALUE, null, null, List.of()),
            row -> {
              boolean recent =
                  row.event() != null && row.event().happened() > now - Watch.FILES_MILLIS;
              if (recent && !there.contains(row.event().id())) {
                rows.add(row.event());
              }
              return recent;
            });
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
    Collections.reverse(rows);
    return rows;
  }

  private void found(Finding finding) throws SQLException {
    if (finding == null) {
      return;
    }
    Told same = Told.of(finding);
    Long found = standing.get(same);
    if (found != null && isSame(finding, found)) {
      return;
    }
    try (Connection connection = database.connection()) {
      found = AlarmTable.last(connection, finding);
      if (found != null && isSame(finding, found)) {
        standing.put(same, found);
        return;
      }
      AlarmTable.insert(connection, new Alarm(Ids.next(), finding));
      standing.put(same, finding.at());
      untold = true;
    }
    audit.noted(
        null,
        finding.kind().act(),
        (finding.staff() == null ? "row=" : "staff=" + finding.staff() + ";number=")
            + finding.figure());
  }

  /** The same account and the same kind again within an hour is the same; of the chain, always. */
  private static boolean isSame(Finding finding, long found) {
    return finding.kind() == Kind.CHAIN || found > finding.at() - SAME_MILLIS;
  }

  /** The most that somebody opened in an hour on a day before; today's own hours do not count. */
  private int usual(UUID staff, long at) {
    LocalDate day = day(at);
    try {
      turn(day);
    } catch (SQLException e) {
      throw new IllegalStateException("The fullest hours of the day before cannot be kept", e);
    }
    return peaks.computeIfAbsent(staff, asked -> peakBefore(asked, day));
  }

  private void turn(LocalDate day) throws SQLException {
    if (!day.equals(peaksOf)) {
      keepPeaks();
      peaks.clear();
      raised.clear();
      peaksOf = day;
    }
  }

  private int peakBefore(UUID staff, LocalDate day) {
    try (Connection connection = database.connection()) {
      return AlarmTable.peak(connection, staff, day.minusDays(LOOKED_BACK), day);
    } catch (SQLException e) {
      throw new IllegalStateException("The files of the days before cannot be counted", e);
    }
  }

  private void notePeak(AuditEvent row) throws SQLException {
    int opened = row.staff() == null ? 0 : watch.opened(row.staff());
    turn(day(row.happened()));
    // Three times fewer than anybody may open change nothing.
    if (opened > Math.max(Watch.FILES / Watch.PEAKS, raised.getOrDefault(row.staff(), 0))) {
      unkept.merge(row.staff(), opened, Math::max);
    }
  }

  /**
   * Once for all rows of a look: somebody who opens one file after the other raises it each time.
   */
  private void keepPeaks() throws SQLException {
    if (unkept.isEmpty()) {
      return;
    }
    try (Connection connection = database.connection()) {
      for (Map.Entry<UUID, Integer> peak : Map.copyOf(unkept).entrySet()) {
        AlarmTable.raise(
            connection,
            peak.getKey(),
            peaksOf,
            peak.getValue(),
            peaksOf.minusDays(LOOKED_BACK + 1L));
        raised.put(peak.getKey(), peak.getValue());
        unkept.remove(peak.getKey());
      }
    }
  }

  private void tell() throws SQLException {
    Inbox box = inbox;
    Messages words = messages;
    if (!untold || box == null || words == null) {
      return;
    }
    try (Connection connection = database.connection()) {
      for (Alarm alarm : AlarmTable.untold(connection)) {
        box.tellAll(AuditTrail.READ, title(words, alarm.finding()), href(alarm.finding()));
        AlarmTable.told(connection, alarm.id(), clock.millis());
      }
    }
    untold = false;
  }

  private static Title title(Messages words, Finding finding) {
    return switch (finding.kind()) {
      case DENIALS -> words.title("alarm.denials", Watch.DENIALS);
      case FILES -> words.title("alarm.files", finding.figure());
      case CHAIN -> words.title("alarm.chain");
    };
  }

  private static String href(Finding finding) {
    LocalDate day = day(finding.at());
    return switch (finding.kind()) {
      case DENIALS ->
          "/trail?staff=" + finding.staff() + "&from=" + day + "&to=" + day + "&outcome=DENIED";
      case FILES -> "/trail?staff=" + finding.staff() + "&from=" + day + "&to=" + day;
      case CHAIN -> "/trail/seals";
    };
  }

  private static LocalDate day(long millis) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
  }

  /** What is told once: while it stands, no further row of it asks the database. */
  private record Told(Kind kind, UUID staff, Long row) {
    static Told of(Finding finding) {
      return new Told(
          finding.kind(),
          finding.staff(),
          finding.kind() == Kind.CHAIN ? Long.valueOf(finding.figure()) : null);
    }
  }
}
