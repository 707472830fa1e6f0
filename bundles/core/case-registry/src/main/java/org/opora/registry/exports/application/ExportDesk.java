package org.opora.registry.exports.application;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.SecondFactor;
import org.opora.api.access.Viewer;
import org.opora.api.exports.LargeExports;
import org.opora.api.faults.NotFound;
import org.opora.api.house.Readings;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.inbox.Inbox;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.text.Title;
import org.opora.registry.exports.domain.ExportRequest;
import org.opora.registry.exports.domain.State;
import org.opora.registry.exports.domain.Verdict;
import org.opora.registry.exports.persistence.ExportQueries;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Lists that are too long for one person to take along. The second one sees who asks for which list
 * and what for, and no row of it: so it can be somebody who sees no client. What leaves is made
 * anew when it is fetched, with the rights that its asker has then; whoever lost them in the
 * meantime gets what they may see, or nothing.
 */
@Component(service = {ExportDesk.class, LargeExports.class})
public final class ExportDesk implements LargeExports {
  /** Where the pages about them lie. */
  public static final String HOME = "/exports";

  /** Reading by which the centre has decided how many rows one person may take. */
  public static final String ALONE = "exports.alone";

  public static final int LEAST = 10;
  public static final int MOST = 5_000;

  /** As many characters a purpose or an answer has at most. */
  public static final int WORDS = 500;

  private static final int LISTED = 50;
  private static final int COUNTED = 500;
  private static final Duration KEPT = Duration.ofMinutes(30);

  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final SecondFactor factor;
  private final Colleagues colleagues;
  private final Readings readings;
  private final Staff staff;
  private final Inbox inbox;
  private final Messages messages;
  private final ExportSeals seals;

  /** Lists that were held back and not asked for yet: nothing that has to outlive a restart. */
  private final Map<UUID, Counted> counted = new LinkedHashMap<>();

  private final Taken taken = new Taken();

  private record Counted(StaffId staff, Instant at, Wanted wanted) {}

  @Activate
  public ExportDesk(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference SecondFactor factor,
      @Reference Colleagues colleagues,
      @Reference Readings readings,
      @Reference Staff staff,
      @Reference Inbox inbox,
      @Reference Messages messages,
      @Reference Keys keys) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.factor = factor;
    this.colleagues = colleagues;
    this.readings = readings;
    this.staff = staff;
    this.inbox = inbox;
    this.messages = messages;
    this.seals = new ExportSeals(keys);
  }

  /**
   * A list that was held back.
   *
   * @param alone how many rows one person may take
   * @param before how many of them the viewer has taken within a day
   * @param second whether anybody could confirm it
   */
  public record Offer(
      UUID id,
      Title title,
      Title narrowed,
      String format,
      int rows,
      int alone,
      int before,
      boolean second) {
    /** Whether it waits for what was taken before, and not for its own length. */
    public boolean inParts() {
      return rows <= alone;
    }

    /** How many the viewer may still take alone today. */
    public int left() {
      return Math.max(0, alone - before);
    }
  }

  /**
   * One that somebody asked for.
   *
   * @param narrowed null when it is the whole list
   * @param address where its asker fetches it; null while it cannot be fetched, and for others
   * @param own whether the viewer asked for it
   * @param until to when it waits or lies ready; null when neither
   * @param decider name; null before somebody has decided, like what follows
   * @param why null when nothing was said
   */
  public record Line(
      UUID id,
      long version,
      String asker,
      Instant askedAt,
      Title title,
      Title narrowed,
      String format,
      int rows,
      String purpose,
      State state,
      String address,
      boolean own,
      Instant until,
      String decider,
      Instant decidedAt,
      String why,
      Instant fetchedAt) {
    /** Whether the viewer can say yes or no to it. */
    public boolean decidable() {
      return !own && state == State.WAITING;
    }
  }

  /**
   * @param waiting for the viewer to decide; empty for whoever confirms nothing
   * @param own what the viewer asked for
   */
  public record Desk(List<Line> waiting, List<Line> own) {}

  /** How many rows of a list one person may take alone within a day. */
  public int alone(Viewer viewer) {
    return readings.chosen(ALONE, viewer.today()).map(Integer::parseInt).orElse(USUAL);
  }

  @Override
  public Optional<String> held(Viewer viewer, Wanted wanted) {
    int alone = alone(viewer);
    if (taken.fits(viewer, wanted, alone)) {
      return Optional.empty();
    }
    return tx.required(
        em -> {
          ExportQueries queries = new ExportQueries(em);
          Instant now = viewer.now();
          for (ExportRequest one :
              queries.confirmed(viewer.staff(), wanted.address(), now.minus(ExportRequest.LIES))) {
            if (goes(em, viewer, one.id(), wanted, alone)) {
              return Optional.empty();
            }
          }
          return Optional.of(
              queries
                  .undecided(viewer.staff(), wanted.address(), now.minus(ExportRequest.WAITS))
                  .stream()
                  .findFirst()
                  .map(one -> path(one.id()))
                  .orElseGet(() -> HOME + "/new/" + count(viewer, wanted)));
        });
  }

  /**
   * Of two who fetch at once only one is served. A list may have grown since it was confirmed, by
   * no more than anybody could take without asking.
   */
  private boolean goes(EntityManager em, Viewer viewer, UUID id, Wanted wanted, int alone) {
    ExportRequest row = Held.hold(em, ExportRequest.class, id);
    em.refresh(row);
    if (row.state(viewer.now()) != State.CONFIRMED || wanted.rows() > row.rows() + alone) {
      return false;
    }
    row.fetched(viewer.now());
    audit.wrote(
        viewer,
        "long-list.fetched",
        List.of(),
        "list=" + row.code() + ";format=" + row.format() + ";rows=" + wanted.rows());
    inbox.takeBack(viewer.staff(), path(id));
    return true;
  }

  private UUID count(Viewer viewer, Wanted wanted) {
    UUID id = Ids.next();
    synchronized (counted) {
      Instant old = viewer.now().minus(KEPT);
      counted.values().removeIf(one -> one.at().isBefore(old));
      if (counted.size() >= COUNTED) {
        counted.remove(counted.keySet().iterator().next());
      }
      counted.put(id, new Counted(viewer.staff(), viewer.now(), wanted));
    }
    return id;
  }

  /** A random key of somebody else opens nothing. */
  private Wanted counted(Viewer viewer, UUID id) {
    synchronized (counted) {
      Counted found = counted.get(id);
      if (found == null
          || !found.staff().equals(viewer.staff())
          || found.at().isBefore(viewer.now().minus(KEPT))) {
        throw new NotFound();
      }
      return found.wanted();
    }
  }

  public Offer offer(Viewer viewer, UUID id) {
    Wanted wanted = counted(viewer, id);
    return new Offer(
        id,
        wanted.title(),
        wanted.narrowed(),
        wanted.format(),
        wanted.rows(),
        alone(viewer),
        taken.before(viewer, wanted),
        !others(viewer).isEmpty());
  }

  /**
   * Asks for a list that was held back.
   *
   * @param purpose what it is for
   * @return the path of what waits now
   * @throws org.opora.api.faults.Refused beside the field, or when nobody could confirm it
   */
  public String ask(Viewer viewer, UUID id, String purpose) {
    Wanted wanted = counted(viewer, id);
    factor.requireFresh(viewer);
    String said = Refusals.line("purpose", purpose, WORDS);
    Set<StaffId> others = others(viewer);
    if (others.isEmpty()) {
      throw Refusals.refused(null, "export.refused.nobody");
    }
    String path =
        tx.required(
            em -> {
              ExportRequest row =
                  new ExportRequest(
                      id,
                      viewer.staff(),
                      viewer.now(),
                      wanted,
                      seals.purpose(viewer.staff(), id, said));
              em.persist(row);
              wrote(viewer, "long-list.asked", row);
              Title told = messages.title("inbox.export-asked");
              others.forEach(one -> inbox.tell(one, told, path(id)));
              return path(id);
            });
    synchronized (counted) {
      counted.remove(id);
    }
    return path;
  }

  public Desk desk(Viewer viewer) {
    return tx.read(
        em -> {
          ExportQueries queries = new ExportQueries(em);
          List<ExportRequest> waiting =
              viewer.may(CONFIRM)
                  ? queries.waiting(viewer.staff(), viewer.now().minus(ExportRequest.WAITS), LISTED)
                  : List.of();
          return new Desk(
              lines(viewer, waiting), lines(viewer, queries.by(viewer.staff(), LISTED)));
        });
  }

  /**
   * @throws NotFound for everybody but who asked and who may confirm
   */
  public Line one(Viewer viewer, UUID id) {
    return tx.read(
        em -> {
          ExportRequest row = Held.load(em, ExportRequest.class, id);
          if (!row.askedBy().equals(viewer.staff()) && !viewer.may(CONFIRM)) {
            throw new NotFound();
          }
          return lines(viewer, List.of(row)).get(0);
        });
  }

  /**
   * The list may leave once within a day, fetched by whoever asked for it.
   *
   * @throws org.opora.api.faults.Refused when the viewer asked for it themselves, or it does not
   *     wait any more
   */
  public void confirm(Viewer viewer, UUID id, long version) {
    access.require(viewer, CONFIRM);
    factor.requireFresh(viewer);
    tx.run(
        em -> {
          ExportRequest row = waiting(em, viewer, id, version);
          decided(viewer, row, Verdict.CONFIRMED, null);
          tell(viewer, row, "inbox.export-confirmed");
        });
  }

  /**
   * The list does not leave.
   *
   * @throws org.opora.api.faults.Refused as {@link #confirm}, and without a reason
   */
  public void turnDown(Viewer viewer, UUID id, long version, String why) {
    access.require(viewer, CONFIRM);
    String said = Refusals.line("why", why, WORDS);
    tx.run(
        em -> {
          ExportRequest row = waiting(em, viewer, id, version);
          decided(viewer, row, Verdict.TURNED_DOWN, seals.why(row, said));
          tell(viewer, row, "inbox.export-turned-down");
        });
  }

  /** Whoever asked does not want it any more. */
  public void takeBack(Viewer viewer, UUID id, long version) {
    tx.run(
        em -> {
          ExportRequest row = Held.hold(em, ExportRequest.class, id);
          if (!row.askedBy().equals(viewer.staff())) {
            throw new NotFound();
          }
          Refusals.fresh(row.version(), version);
          open(viewer, row);
          row.decided(Verdict.TAKEN_BACK, viewer.staff(), viewer.now(), null);
          wrote(viewer, "long-list.taken-back", row);
          others(viewer).forEach(one -> inbox.takeBack(one, path(id)));
        });
  }

  private ExportRequest waiting(EntityManager em, Viewer viewer, UUID id, long version) {
    ExportRequest row = Held.hold(em, ExportRequest.class, id);
    if (row.askedBy().equals(viewer.staff())) {
      throw Refusals.refused(null, "export.refused.own");
    }
    Refusals.fresh(row.version(), version);
    open(viewer, row);
    return row;
  }

  private static void open(Viewer viewer, ExportRequest row) {
    if (row.state(viewer.now()) != State.WAITING) {
      throw Refusals.refused(null, "export.refused.decided");
    }
  }

  private void decided(Viewer viewer, ExportRequest row, Verdict verdict, byte[] why) {
    row.decided(verdict, viewer.staff(), viewer.now(), why);
    audit.wrote(
        viewer,
        verdict == Verdict.CONFIRMED ? "long-list.confirmed" : "long-list.turned-down",
        List.of(),
        detail(row) + ";asked=" + row.askedBy());
  }

  /** Whoever else could have decided has nothing to do any more. */
  private void tell(Viewer viewer, ExportRequest row, String key) {
    Set<StaffId> told = new HashSet<>(colleagues.overseeing(CONFIRM, List.of()));
    told.add(viewer.staff());
    told.remove(row.askedBy());
    told.forEach(one -> inbox.takeBack(one, path(row.id())));
    inbox.tell(row.askedBy(), messages.title(key), path(row.id()));
  }

  private void wrote(Viewer viewer, String act, ExportRequest row) {
    audit.wrote(viewer, act, List.of(), detail(row));
  }

  private static String detail(ExportRequest row) {
    return "list=" + row.code() + ";format=" + row.format() + ";rows=" + row.rows();
  }

  private Set<StaffId> others(Viewer viewer) {
    Set<StaffId> others = new HashSet<>(colleagues.overseeing(CONFIRM, List.of()));
    others.remove(viewer.staff());
    return others;
  }

  private List<Line> lines(Viewer viewer, Collection<ExportRequest> rows) {
    Map<StaffId, String> names =
        staff.names(
            rows.stream()
                .flatMap(row -> Stream.of(row.askedBy(), row.decidedBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return rows.stream().map(row -> line(viewer, row, names)).toList();
  }

  private Line line(Viewer viewer, ExportRequest row, Map<StaffId, String> names) {
    State state = row.state(viewer.now());
    boolean own = row.askedBy().equals(viewer.staff());
    return new Line(
        row.id(),
        row.version(),
        names.get(row.askedBy()),
        row.askedAt(),
        row.title(),
        row.narrowed(),
        row.format(),
        row.rows(),
        seals.purpose(row),
        state,
        own && state == State.CONFIRMED ? row.address() : null,
        own,
        switch (state) {
          case WAITING -> row.waitsUntil();
          case CONFIRMED -> row.liesUntil();
          default -> null;
        },
        row.decidedBy() == null ? null : names.get(row.decidedBy()),
        row.decidedAt(),
        seals.why(row),
        row.fetchedAt());
  }

  private static String path(UUID id) {
    return HOME + "/" + id;
  }
}
