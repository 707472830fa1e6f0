package org.opora.reports.counts.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.api.faults.NotFound;
import org.opora.api.faults.Stale;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.statistics.FigureFile;
import org.opora.api.statistics.FigureList;
import org.opora.api.statistics.Period;
import org.opora.api.statistics.Shown;
import org.opora.api.statistics.Table.Weight;
import org.opora.api.statistics.spi.Statistic;
import org.opora.api.text.Text;
import org.opora.api.text.Title;
import org.opora.reports.ReportsModule;
import org.opora.reports.counts.application.RequestView.Change;
import org.opora.reports.counts.application.RequestView.Deadline;
import org.opora.reports.counts.application.RequestView.Kept;
import org.opora.reports.counts.application.RequestView.Line;
import org.opora.reports.counts.application.RequestView.Progress;
import org.opora.reports.counts.domain.CountChange;
import org.opora.reports.counts.domain.CountRequest;
import org.opora.reports.counts.domain.CountRequest.State;
import org.opora.reports.counts.domain.KeptFigure;
import org.opora.reports.counts.persistence.CountRequestQueries;
import org.opora.reports.shared.Words;
import org.opora.reports.statistics.application.StatisticBook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Counts on demand: that they were asked for, what was counted then, and that they were given. That
 * they have to be given in time is a duty of the house, counted from the evidence of this desk.
 */
@Component(service = CountDesk.class)
public final class CountDesk {
  private static final int LONGEST_PAGE = 100;
  private static final int ASKER = 200;
  private static final int WHAT = 2000;
  private static final int WHY = 500;
  private static final int YEARS_BACK = 30;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Staff staff;
  private final Evidence evidence;
  private final CountsLaw law;
  private final StatisticBook book;
  private final Keeper keeper;

  @Activate
  public CountDesk(
      @Reference(target = "(opora.unit=reports)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Staff staff,
      @Reference Evidence evidence,
      @Reference CountsLaw law,
      @Reference StatisticBook book,
      @Reference Keeper keeper) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.staff = staff;
    this.evidence = evidence;
    this.law = law;
    this.book = book;
    this.keeper = keeper;
  }

  /**
   * What was asked for and counted is of the whole centre: whoever sees less of it sees nothing.
   */
  private void whole(Viewer viewer, String permission) {
    access.require(viewer, permission);
    if (viewer.reach(permission) != Reach.ALL) {
      throw new NotFound();
    }
  }

  /** The newest first. */
  public Page<RequestView> list(Viewer viewer, String after, int limit) {
    whole(viewer, ReportsModule.READ);
    int most = Math.max(1, Math.min(limit, LONGEST_PAGE));
    return tx.read(
        em -> {
          List<CountRequest> rows =
              new CountRequestQueries(em).page(StatisticBook.key(after), most + 1);
          List<CountRequest> shown = rows.subList(0, Math.min(most, rows.size()));
          return new Page<>(
              views(viewer, shown),
              rows.size() > most ? shown.get(most - 1).id().toString() : null);
        });
  }

  /**
   * @throws NotFound when there is none
   */
  public RequestView view(Viewer viewer, UUID request) {
    whole(viewer, ReportsModule.READ);
    return tx.read(em -> views(viewer, List.of(load(em, request))).get(0));
  }

  private static CountRequest load(EntityManager em, UUID request) {
    return Optional.ofNullable(em.find(CountRequest.class, request)).orElseThrow(NotFound::new);
  }

  private List<RequestView> views(Viewer viewer, List<CountRequest> rows) {
    Set<StaffId> who =
        rows.stream()
            .flatMap(row -> Stream.of(row.writtenBy(), row.answeredBy(), row.countedFor()))
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(HashSet::new));
    Map<StaffId, String> names = staff.names(who);
    return rows.stream().map(row -> view(viewer, row, names)).toList();
  }

  private RequestView view(Viewer viewer, CountRequest row, Map<StaffId, String> names) {
    Optional<Deadline> due = law.due(row.deliveredOn());
    LocalDate last = due.map(Deadline::due).orElse(null);
    return new RequestView(
        row.id(),
        row.version(),
        new NewRequest(row.askedBy(), row.what(), row.deliveredOn(), row.from(), row.asOf()),
        last,
        due.map(Deadline::paragraph).orElse(null),
        last != null
            && row.answeredOn() == null
            && row.voidOn() == null
            && viewer.today().isAfter(last),
        new Progress(
            state(row),
            row.done(),
            row.allOf(),
            row.countedAt(),
            row.countedFor() == null ? null : names.get(row.countedFor())),
        row.answeredOn(),
        row.answeredBy() == null ? null : names.get(row.answeredBy()),
        names.get(row.writtenBy()),
        row.voidOn());
  }

  /** What was a mistake of the request, the newest first. */
  public List<Change> changes(Viewer viewer, UUID request) {
    whole(viewer, ReportsModule.READ);
    List<CountChange> changes = tx.read(em -> new CountRequestQueries(em).changes(request));
    Map<StaffId, String> names =
        staff.names(changes.stream().map(CountChange::writtenBy).collect(Collectors.toSet()));
    return changes.stream()
        .map(
            one ->
                new Change(
                    one.answeredOn(), one.why(), one.writtenAt(), names.get(one.writtenBy())))
        .toList();
  }

  /** What says that it is being counted while nobody counts has failed. */
  private State state(CountRequest row) {
    return row.state() == State.COUNTING && !keeper.counts(row.id()) ? State.FAILED : row.state();
  }

  /**
   * Writes down that counts were asked for.
   *
   * @throws org.opora.api.faults.Refused beside the field
   */
  public UUID record(Viewer viewer, NewRequest now) {
    whole(viewer, ReportsModule.WRITE);
    NewRequest checked = checked(viewer, now);
    return tx.required(
        em -> {
          CountRequest row = new CountRequest(viewer.staff(), viewer.now());
          says(row, checked);
          em.persist(row);
          proves(row);
          audit.wrote(viewer, "count.asked", List.of(), "request=" + row.id());
          return row.id();
        });
  }

  /**
   * Puts right what was written down, until it is answered. What was kept of another period is
   * forgotten.
   *
   * @throws Stale when the version is not the current one
   * @throws org.opora.api.faults.Refused beside the field, and once it is answered
   */
  public void amend(Viewer viewer, UUID request, long version, NewRequest now) {
    whole(viewer, ReportsModule.WRITE);
    NewRequest checked = checked(viewer, now);
    tx.run(
        em -> {
          CountRequest row = waiting(em, request, version);
          if (state(row) == State.COUNTING) {
            throw Words.refused(null, "counts.refused.counting");
          }
          if (!checked.from().equals(row.from()) || !checked.asOf().equals(row.asOf())) {
            new CountRequestQueries(em).forget(request);
            row.uncounted();
          }
          says(row, checked);
          proves(row);
          audit.wrote(viewer, "count.amended", List.of(), "request=" + row.id());
        });
  }

  private static CountRequest fresh(EntityManager em, UUID request, long version) {
    CountRequest row = load(em, request);
    if (row.version() != version) {
      throw new Stale();
    }
    return row;
  }

  /** One that is neither answered nor a mistake. */
  private static CountRequest waiting(EntityManager em, UUID request, long version) {
    CountRequest row = fresh(em, request, version);
    if (row.voidOn() != null) {
      throw Words.refused(null, "counts.refused.void", row.voidOn());
    }
    if (row.answeredOn() != null) {
      throw Words.refused(null, "counts.refused.answered");
    }
    return row;
  }

  private static void says(CountRequest row, NewRequest now) {
    row.says(now.askedBy(), now.what(), now.deliveredOn(), now.from(), now.asOf());
  }

  private static NewRequest checked(Viewer viewer, NewRequest now) {
    String asker = now.askedBy() == null ? "" : now.askedBy().strip();
    if (asker.isEmpty()) {
      throw Words.refused("askedBy", "counts.refused.required");
    }
    String what = now.what() == null || now.what().isBlank() ? null : now.what().strip();
    longest("askedBy", asker, ASKER);
    longest("what", what, WHAT);
    past(viewer, "deliveredOn", now.deliveredOn());
    past(viewer, "asOf", now.asOf());
    if (now.from() == null) {
      throw Words.refused("from", "counts.refused.required");
    }
    early(viewer, "from", now.from());
    if (now.from().isAfter(now.asOf())) {
      throw Words.refused("from", "counts.refused.order", now.from(), now.asOf());
    }
    return new NewRequest(asker, what, now.deliveredOn(), now.from(), now.asOf());
  }

  private static void longest(String field, String words, int most) {
    if (words != null && words.length() > most) {
      throw Words.refused(field, "counts.refused.too-long", most, words.length());
    }
  }

  /** What is to come cannot be counted. */
  private static void past(Viewer viewer, String field, LocalDate day) {
    if (day == null) {
      throw Words.refused(field, "counts.refused.required");
    }
    if (day.isAfter(viewer.today())) {
      throw Words.refused(field, "counts.refused.future", day);
    }
    early(viewer, field, day);
  }

  /** A year of 0206 is a slip of the hand; nobody asks for what was before there were records. */
  private static void early(Viewer viewer, String field, LocalDate day) {
    LocalDate first = viewer.today().minusYears(YEARS_BACK);
    if (day.isBefore(first)) {
      throw Words.refused(field, "counts.refused.early", day, first);
    }
  }

  /** What the duty is counted from. */
  private void proves(CountRequest row) {
    List<NewFact> facts = new ArrayList<>();
    String key = row.id().toString();
    if (row.voidOn() != null) {
      evidence.record(ReportsModule.ID, row.id(), facts);
      return;
    }
    facts.add(NewFact.of(Kinds.COUNTS_ASKED, About.centre(), row.deliveredOn()).tiedTo(key));
    if (row.answeredOn() != null) {
      facts.add(NewFact.of(Kinds.COUNTS_ANSWERED, About.centre(), row.answeredOn()).tiedTo(key));
    }
    evidence.record(ReportsModule.ID, row.id(), facts);
  }

  /**
   * Begins to count and to keep. It goes on behind the answer; {@link #view} says how far it is.
   * What was kept before is replaced, until it has been given.
   *
   * @throws org.opora.api.faults.Refused when it is being counted, or was answered
   */
  public CompletableFuture<Void> count(Viewer viewer, UUID request, long version) {
    whole(viewer, ReportsModule.WRITE);
    List<Statistic> statistics = book.open(viewer);
    if (!keeper.take(request)) {
      throw Words.refused(null, "counts.refused.counting");
    }
    try {
      return keeper.keep(request, begun(viewer, request, version), statistics);
    } catch (RuntimeException notBegun) {
      keeper.leave(request);
      throw notBegun;
    }
  }

  private Period begun(Viewer viewer, UUID request, long version) {
    return tx.required(
        em -> {
          CountRequest row = waiting(em, request, version);
          row.counting(viewer.staff());
          audit.wrote(viewer, "count.counted", List.of(), "request=" + row.id());
          return new Period(row.from(), row.asOf());
        });
  }

  /**
   * The counts were given.
   *
   * @throws org.opora.api.faults.Refused beside the field; also while they are not counted
   */
  public void answer(Viewer viewer, UUID request, long version, LocalDate on) {
    whole(viewer, ReportsModule.WRITE);
    past(viewer, "answeredOn", on);
    tx.run(
        em -> {
          CountRequest row = waiting(em, request, version);
          if (row.state() != State.COUNTED) {
            throw Words.refused(null, "counts.refused.not-counted");
          }
          if (on.isBefore(row.deliveredOn())) {
            throw Words.refused("answeredOn", "counts.refused.before", on, row.deliveredOn());
          }
          row.answered(on, viewer.staff());
          proves(row);
          audit.wrote(viewer, "count.answered", List.of(), "request=" + row.id());
        });
  }

  /**
   * Takes back that it was answered, or, where it was not, that it was asked for at all: the duty
   * follows. What is kept of it stays.
   *
   * @param why in words that stay beside it
   * @throws Stale when the version is not the current one
   * @throws org.opora.api.faults.Refused beside the field, and when there is nothing to take back
   */
  public void takeBack(Viewer viewer, UUID request, long version, String why) {
    whole(viewer, ReportsModule.WRITE);
    String reason = why == null ? "" : why.strip();
    if (reason.isEmpty()) {
      throw Words.refused("why", "counts.refused.required");
    }
    longest("why", reason, WHY);
    tx.run(
        em -> {
          CountRequest row = fresh(em, request, version);
          if (row.voidOn() != null) {
            throw Words.refused(null, "counts.refused.void", row.voidOn());
          }
          if (state(row) == State.COUNTING) {
            throw Words.refused(null, "counts.refused.counting");
          }
          LocalDate answered = row.answeredOn();
          em.persist(new CountChange(request, answered, reason, viewer.staff(), viewer.now()));
          if (answered == null) {
            row.mistaken(viewer.today());
          } else {
            row.answerTakenBack();
          }
          proves(row);
          audit.wrote(
              viewer,
              answered == null ? "count.mistaken" : "count.taken-back",
              List.of(),
              "request=" + row.id());
        });
  }

  /**
   * Tables of what was kept, in their order, with the figures that the viewer could see of today;
   * empty while it is not all counted.
   */
  public List<Kept> kept(Viewer viewer, UUID request) {
    whole(viewer, ReportsModule.READ);
    return tx.read(
        em ->
            load(em, request).state() == State.COUNTED
                ? tables(
                    new CountRequestQueries(em)
                        .figures(request).stream().filter(one -> open(viewer, one)).toList())
                : List.of());
  }

  /**
   * As the statistic says now; where its bundle is gone, as it said then. A figure of which nobody
   * knows whose it is is nobody's.
   */
  private boolean open(Viewer viewer, KeptFigure figure) {
    return book.permission(figure.where().statistic())
        .or(() -> Optional.ofNullable(figure.permission()))
        .filter(permission -> viewer.reach(permission) == Reach.ALL)
        .isPresent();
  }

  private static List<Kept> tables(List<KeptFigure> figures) {
    Map<String, List<KeptFigure>> by =
        figures.stream()
            .collect(
                Collectors.groupingBy(
                    figure -> figure.where().statistic() + " " + figure.where().table(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return by.values().stream().map(CountDesk::table).toList();
  }

  private static Kept table(List<KeptFigure> figures) {
    Map<Integer, Title> columns = new TreeMap<>();
    figures.forEach(one -> columns.putIfAbsent(one.where().column(), one.columnTitle()));
    Map<Integer, List<KeptFigure>> rows =
        figures.stream()
            .collect(
                Collectors.groupingBy(one -> one.where().row(), TreeMap::new, Collectors.toList()));
    KeptFigure first = figures.get(0);
    return new Kept(
        first.where().statistic(),
        first.tableTitle(),
        List.copyOf(columns.values()),
        rows.values().stream().map(row -> line(row, columns.keySet())).toList());
  }

  private static Line line(List<KeptFigure> figures, Set<Integer> columns) {
    Map<Integer, KeptFigure> at =
        figures.stream().collect(Collectors.toMap(one -> one.where().column(), one -> one));
    List<KeptFigure> all = new ArrayList<>();
    columns.forEach(column -> all.add(at.get(column)));
    KeptFigure first = figures.get(0);
    return new Line(first.rowTitle(), first.where().weight() == Weight.PART, all);
  }

  /** A kept figure with a page of its list. */
  public record Behind(RequestView request, KeptFigure figure, FigureList list) {}

  /**
   * What a kept figure was counted from, then; of it the viewer sees what is open to them now.
   *
   * @param after cursor of the page before, or null
   * @throws NotFound when the request has no such figure, or none for this viewer
   */
  public Behind behind(Viewer viewer, UUID request, UUID figure, String after, int limit) {
    RequestView view = view(viewer, request);
    return tx.read(
        em -> {
          CountRequestQueries queries = new CountRequestQueries(em);
          KeptFigure kept = kept(viewer, queries, request, figure);
          return new Behind(
              view,
              kept,
              FigureList.of(
                  (last, some) -> queries.rows(figure, last, some),
                  StatisticBook.key(after),
                  Math.max(1, Math.min(limit, LONGEST_PAGE)),
                  keys -> shown(viewer, kept, keys)));
        });
  }

  /**
   * The same list for a file, to its end.
   *
   * @param rest words for that many lines that are not shown
   * @throws NotFound when the request has no such figure, or none for this viewer
   */
  public FigureFile file(Viewer viewer, UUID request, UUID figure, IntFunction<Text> rest) {
    whole(viewer, ReportsModule.READ);
    KeptFigure kept = tx.read(em -> kept(viewer, new CountRequestQueries(em), request, figure));
    return new FigureFile(
        (after, limit) ->
            tx.read(
                em -> {
                  CountRequestQueries queries = new CountRequestQueries(em);
                  kept(viewer, queries, request, figure);
                  return queries.rows(figure, after, limit);
                }),
        keys -> shown(viewer, kept, keys),
        rest);
  }

  private KeptFigure kept(Viewer viewer, CountRequestQueries queries, UUID request, UUID figure) {
    return queries
        .figure(request, figure)
        .filter(one -> open(viewer, one))
        .orElseThrow(NotFound::new);
  }

  /** What its bundle does not show is shown by nobody. */
  private List<Shown> shown(Viewer viewer, KeptFigure kept, Collection<UUID> keys) {
    return book.open(viewer).stream()
        .filter(one -> one.id().equals(kept.where().statistic()))
        .findFirst()
        .map(one -> one.shown(viewer, kept.figure().code(), keys))
        .orElse(List.of());
  }
}
