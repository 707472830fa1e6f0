package org.opora.access.audit;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Subject;
import org.opora.api.access.TrailReader;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Database;
import org.opora.api.persistence.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads the trail from its end. Days are looked up through the heads of days, so nothing that
 * writes keeps an index of times.
 */
@Component(service = TrailReader.class)
public final class AuditReader implements TrailReader {
  private static final int LONGEST_PAGE = 500;

  /** What the house does to itself, and who came in: nothing of it ever names a client. */
  private static final Pattern TECHNICAL_ACTS =
      Pattern.compile(
          "(?:module|backup|restart|restore|clock)\\..*|access\\.(?:signed-in|sign-in-failed|locked"
              + "|unlocked|lock-after|tablet-[a-z-]+|alarm-chain|row-changed"
              + "|directory-(?:away|connected|disconnected))");

  private final Transactions tx;
  private final Access access;
  private final AuditTrailService audit;
  private final Database database;

  @Activate
  public AuditReader(
      @Reference(target = "(opora.unit=access)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrailService audit,
      @Reference Database database) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.database = database;
  }

  @Override
  public Page<Line> page(Viewer viewer, Wanted wanted, String after, int limit) {
    boolean everything = viewer.may(AuditTrail.READ);
    access.require(viewer, everything ? AuditTrail.READ : TECHNICAL);
    audit.seal();
    int most = Math.max(1, Math.min(limit, LONGEST_PAGE));
    Set<UUID> walled = everything ? walled(viewer) : Set.of();
    List<Line> lines = new ArrayList<>(most + 1);
    try (Connection connection = database.connection()) {
      connection.setAutoCommit(false);
      try {
        AuditTable.newest(
            connection,
            asked(viewer, wanted, after, AuditTable.heads(connection)),
            row -> {
              Line line = line(row, everything, walled);
              if (line != null && wanted.acts().test(line.act())) {
                lines.add(line);
              }
              return lines.size() <= most;
            });
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The audit trail cannot be read", e);
    }
    if (lines.size() <= most) {
      return Page.last(lines);
    }
    return new Page<>(lines.subList(0, most), Long.toString(lines.get(most - 1).row()));
  }

  /** Null when the viewer gets nothing of it. */
  private static Line line(SealedEvent row, boolean everything, Set<UUID> walled) {
    AuditEvent event = row.event();
    if (event == null) {
      return new Line(row.seq(), Instant.EPOCH, null, Outcome.NOTED, CHANGED, List.of(), null);
    }
    if (!everything
        && !(event.subjects().isEmpty() && TECHNICAL_ACTS.matcher(event.act()).matches())) {
      return null;
    }
    List<Subject> about =
        event.subjects().stream().filter(one -> !walled.contains(one.id())).toList();
    if (about.isEmpty() && !event.subjects().isEmpty()) {
      return null;
    }
    return new Line(
        row.seq(),
        Instant.ofEpochMilli(event.happened()),
        event.staff() == null ? null : new StaffId(event.staff()),
        Outcome.valueOf(event.outcome().name()),
        event.act(),
        about,
        about.size() == event.subjects().size() ? event.detail() : null);
  }

  /**
   * A row is sealed on its day or, after a stop, on the next one that the house runs; and days of
   * the heads are those of UTC, so there is a day of air on either side.
   */
  private static AuditTable.Asked asked(
      Viewer viewer, Wanted wanted, String after, List<Head> heads) {
    long first = 1;
    long last = Long.MAX_VALUE;
    for (Head head : heads) {
      if (!head.ofDay()) {
        // Not into rows that others are just sealing.
        last = Math.min(last, head.seq());
      } else {
        LocalDate day = LocalDate.parse(head.name());
        if (day.isBefore(wanted.from().minusDays(1))) {
          first = Math.max(first, head.seq() + 1);
        }
        if (day.isAfter(wanted.to().plusDays(1))) {
          last = Math.min(last, head.seq());
        }
      }
    }
    return new AuditTable.Asked(
        first,
        Math.min(last, before(after)),
        moment(viewer, wanted.from()),
        moment(viewer, wanted.to().plusDays(1)),
        wanted.staff() == null ? null : wanted.staff().value(),
        wanted.outcome() == null ? null : AuditEvent.Outcome.valueOf(wanted.outcome().name()),
        wanted.about().stream().map(Subject::id).distinct().toList());
  }

  private static long moment(Viewer viewer, LocalDate day) {
    return day.atStartOfDay(viewer.zone()).toInstant().toEpochMilli();
  }

  private static long before(String after) {
    try {
      return after == null || after.isEmpty() ? Long.MAX_VALUE : Long.parseLong(after) - 1;
    } catch (NumberFormatException notOurs) {
      return Long.MAX_VALUE;
    }
  }

  /** What a wall keeps from the viewer, people under every key. */
  private Set<UUID> walled(Viewer viewer) {
    return tx.read(
        em -> {
          Set<UUID> walled = new HashSet<>(keys(em, viewer, "w.subject FROM WallEntry w WHERE "));
          if (!walled.isEmpty()) {
            walled.addAll(
                keys(
                    em,
                    viewer,
                    "k.other FROM OtherKey k JOIN WallEntry w ON w.subject = k.person WHERE "));
          }
          return walled;
        });
  }

  private static List<UUID> keys(EntityManager em, Viewer viewer, String what) {
    return em.createQuery(
            "SELECT "
                + what
                + "w.staff = :staff AND w.liftedOn IS NULL AND (w.until IS NULL OR w.until >= :today)",
            UUID.class)
        .setParameter("staff", viewer.staff().value())
        .setParameter("today", viewer.today())
        .getResultList();
  }
}
