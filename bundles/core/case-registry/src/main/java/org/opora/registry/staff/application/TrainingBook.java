package org.opora.registry.staff.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Viewer;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.house.Confirmations;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Text;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Mark;
import org.opora.registry.shared.application.Marks;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.staff.domain.StaffMember;
import org.opora.registry.staff.domain.TrainingDuty;
import org.opora.registry.staff.domain.TrainingDuty.Account;
import org.opora.registry.staff.domain.TrainingDuty.Away;
import org.opora.registry.staff.domain.TrainingDuty.Pair;
import org.opora.registry.staff.domain.TrainingDuty.Status;
import org.opora.registry.staff.domain.TrainingDuty.Term;
import org.opora.registry.staff.domain.TrainingEntry;
import org.opora.registry.staff.domain.TrainingKind;
import org.opora.registry.staff.persistence.AwayRow;
import org.opora.registry.staff.persistence.PostRow;
import org.opora.registry.staff.persistence.StaffQueries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Further training and supervision of staff. Entries are facts; how the account stands is reckoned
 * from them, the posts, the absences and the law, and explained.
 */
@Component(service = TrainingBook.class)
public final class TrainingBook {
  private static final int LONGEST = 200;
  private static final int LONGEST_MINUTES = 60 * 200;
  private static final double HOUR = 60;
  private final Transactions tx;
  private final AuditTrail audit;
  private final StaffLaws laws;
  private final Confirmations confirmations;
  private final StaffDoor door;

  @Activate
  public TrainingBook(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference StaffLaws laws,
      @Reference Confirmations confirmations) {
    this.tx = tx;
    this.audit = audit;
    this.laws = laws;
    this.confirmations = confirmations;
    this.door = new StaffDoor(access);
  }

  public UUID add(Viewer viewer, StaffId staff, NewTraining entry) {
    door.sheet(viewer, staff);
    NewTraining checked = check(viewer, entry);
    return tx.required(
        em -> {
          Held.load(em, StaffMember.class, staff.value());
          TrainingEntry row = new TrainingEntry(Ids.next(), staff, viewer.staff());
          write(row, checked);
          em.persist(row);
          wrote(viewer, "staff.training-added", row);
          return row.id();
        });
  }

  /**
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void amend(Viewer viewer, UUID entry, long version, NewTraining now) {
    NewTraining checked = check(viewer, now);
    tx.run(
        em -> {
          TrainingEntry row = held(em, viewer, entry, version);
          write(row, checked);
          wrote(viewer, "staff.training-amended", row);
        });
  }

  /** It was written down by mistake. */
  public void remove(Viewer viewer, UUID entry, long version) {
    tx.run(
        em -> {
          TrainingEntry row = held(em, viewer, entry, version);
          em.remove(row);
          wrote(viewer, "staff.training-removed", row);
        });
  }

  private TrainingEntry held(EntityManager em, Viewer viewer, UUID entry, long version) {
    TrainingEntry row = Held.hold(em, TrainingEntry.class, entry);
    door.sheet(viewer, row.staff());
    Refusals.fresh(row.version(), version);
    return row;
  }

  private static void write(TrainingEntry row, NewTraining entry) {
    row.is(
        entry.kind(),
        entry.heldOn(),
        entry.topic(),
        entry.minutes(),
        entry.provider(),
        entry.certificate());
  }

  private static NewTraining check(Viewer viewer, NewTraining entry) {
    if (entry.kind() == null) {
      throw Refusals.refused("kind", "refused.required");
    }
    if (Refusals.day("heldOn", entry.heldOn()).isAfter(viewer.today())) {
      throw Refusals.refused("heldOn", "refused.training-future", entry.heldOn());
    }
    if (entry.minutes() == null || entry.minutes() < 1 || entry.minutes() > LONGEST_MINUTES) {
      throw Refusals.refused("hours", "refused.training-hours");
    }
    return new NewTraining(
        entry.kind(),
        entry.heldOn(),
        Refusals.line("topic", entry.topic(), LONGEST),
        entry.minutes(),
        Refusals.optional("provider", entry.provider(), LONGEST),
        Refusals.optional("certificate", entry.certificate(), LONGEST));
  }

  private void wrote(Viewer viewer, String action, TrainingEntry row) {
    audit.wrote(viewer, action, List.of(), "staff=" + row.staff() + ";training=" + row.id());
  }

  public Seen view(Viewer viewer, UUID entry) {
    TrainingEntry row = tx.read(em -> Held.load(em, TrainingEntry.class, entry));
    door.sheet(viewer, row.staff());
    return seen(row);
  }

  private static Seen seen(TrainingEntry row) {
    return new Seen(
        row.id(),
        row.version(),
        row.staff(),
        new NewTraining(
            row.kind(),
            row.heldOn(),
            row.topic(),
            row.minutes(),
            row.provider(),
            row.certificate()));
  }

  /**
   * The first calendar year of which an account tells something: in which somebody held a post or
   * was trained; the current one when there is none.
   *
   * @param staff null for everybody
   */
  public int firstYear(Viewer viewer, StaffId staff) {
    if (staff == null) {
      door.leads(viewer);
    } else {
      door.sheet(viewer, staff);
    }
    String whose = staff == null ? "" : " WHERE t.staff = :staff";
    LocalDate first =
        tx.read(
            em ->
                Stream.of("t.since) FROM StaffPost t", "t.heldOn) FROM TrainingEntry t")
                    .map(
                        what -> {
                          TypedQuery<LocalDate> query =
                              em.createQuery("SELECT MIN(" + what + whose, LocalDate.class);
                          return (staff == null
                                  ? query
                                  : query.setParameter("staff", staff.value()))
                              .getSingleResult();
                        })
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElse(viewer.today()));
    return Math.min(first.getYear(), viewer.today().getYear());
  }

  /** The account of a calendar year. */
  public Year year(Viewer viewer, StaffId staff, int year) {
    return years(viewer, List.of(staff), year).get(staff);
  }

  /** The accounts of several members of staff in a calendar year: four queries in all. */
  public Map<StaffId, Year> years(Viewer viewer, Collection<StaffId> staff, int year) {
    return years(viewer, staff, year, viewer.today());
  }

  /**
   * Those of whom the viewer may open the sheet and who held a post of a social worker by the day
   * in one of the two years to which it belongs.
   */
  public List<StaffId> owing(Viewer viewer, LocalDate day) {
    LocalDate first = day.withDayOfYear(1).minusYears(1);
    return tx.read(em -> new StaffQueries(em).posts()).entrySet().stream()
        .filter(
            one ->
                one.getValue().stream()
                    .anyMatch(
                        post ->
                            post.socialWorker() && !post.since().isAfter(day) && !post.over(first)))
        .map(one -> new StaffId(one.getKey()))
        .filter(one -> door.may(viewer, one))
        .sorted(Comparator.comparing(StaffId::value))
        .toList();
  }

  /**
   * The same as of a day: nothing that happened later counts.
   *
   * @param day a day of the year or a later one
   */
  public Map<StaffId, Year> years(
      Viewer viewer, Collection<StaffId> staff, int year, LocalDate day) {
    staff.forEach(one -> door.sheet(viewer, one));
    if (staff.isEmpty()) {
      return Map.of();
    }
    List<UUID> keys = Chunks.values(staff);
    Marks marks = Marks.now(confirmations);
    return tx.read(
        em -> {
          StaffQueries queries = new StaffQueries(em);
          Map<StaffId, List<TrainingEntry>> entries = entries(em, keys, year - 1, year + 1, day);
          Map<UUID, List<PostRow>> posts = queries.posts();
          Map<UUID, List<AwayRow>> idle = queries.idle(keys);
          Map<StaffId, Year> years = new HashMap<>();
          for (StaffId one : staff) {
            years.put(
                one,
                year(
                    day,
                    marks,
                    year,
                    entries.getOrDefault(one, List.of()),
                    posts.getOrDefault(one.value(), List.of()),
                    idle.getOrDefault(one.value(), List.of())));
          }
          return years;
        });
  }

  private Year year(
      LocalDate day,
      Marks marks,
      int year,
      List<TrainingEntry> rows,
      List<PostRow> posts,
      List<AwayRow> idle) {
    List<Seen> shown =
        rows.stream()
            .filter(row -> row.heldOn().getYear() == year)
            .map(TrainingBook::seen)
            .toList();
    Reckoning reckoning = reckoning(day, marks, year, rows, posts, idle);
    int supervised = minutes(rows, TrainingKind.SUPERVISION, year);
    LocalDate end = LocalDate.of(year, 12, 31);
    return new Year(
        year,
        shown,
        reckoning.account(),
        reckoning.status(),
        reckoning.why(),
        reckoning.mark(),
        reckoning.paragraph(),
        supervised,
        laws.supervisionHours(end)
            .map(most -> supervision(most, supervised))
            .orElseGet(() -> Refusals.text("training.supervision.unknown", hours(supervised))),
        laws.supervisionHours(end).map(most -> mark(marks, most)).orElse(null));
  }

  private static Text supervision(Parameter<Integer> most, int minutes) {
    boolean above = minutes > most.value() * HOUR;
    return Refusals.text(
        above ? "training.supervision.above" : "training.supervision.within",
        hours(minutes),
        most.value(),
        most.paragraph());
  }

  private Reckoning reckoning(
      LocalDate day,
      Marks marks,
      int year,
      List<TrainingEntry> rows,
      List<PostRow> posts,
      List<AwayRow> idle) {
    LocalDate end = LocalDate.of(year, 12, 31);
    Parameter<Integer> law = laws.trainingHours(end).orElse(null);
    if (law == null || posts.isEmpty()) {
      return new Reckoning(
          null,
          Status.NOT_ASSESSED,
          Refusals.text(law == null ? "training.why.no-law" : "training.why.no-post"),
          null,
          null);
    }
    List<Term> terms =
        posts.stream()
            .filter(PostRow::socialWorker)
            .map(post -> new Term(post.since(), post.until(), post.probationUntil()))
            .toList();
    List<Away> absences = idle.stream().map(row -> new Away(row.since(), row.until())).toList();
    int months = TrainingDuty.months(year, terms, absences);
    Account account =
        new Account(
            months,
            TrainingDuty.owed(law.value(), months, 1),
            minutes(rows, TrainingKind.TRAINING, year),
            pair(year - 1, terms, absences, rows),
            pair(year, terms, absences, rows));
    Status status = account.on(year, day);
    boolean two = status == Status.FULFILLED_IN_TWO || status == Status.OPEN_IN_TWO;
    Parameter<Integer> counted =
        two
            ? laws.trainingHoursInTwoYears(LocalDate.of(account.pair().first() + 1, 12, 31))
                .orElse(law)
            : law;
    return new Reckoning(
        account,
        status,
        why(status, account, law, TrainingDuty.monthsAway(year, absences)),
        mark(marks, counted),
        counted.paragraph());
  }

  private Mark mark(Marks marks, Parameter<Integer> figure) {
    return marks.mark(laws.figures(), figure);
  }

  /** Two years are reckoned together where the wording holds from the first day to the last. */
  private Pair pair(int first, List<Term> terms, List<Away> absences, List<TrainingEntry> rows) {
    Parameter<Integer> two =
        laws.trainingHoursInTwoYears(LocalDate.of(first + 1, 12, 31)).orElse(null);
    if (two == null || !two.holdsOn(LocalDate.of(first, 1, 1))) {
      return null;
    }
    int months =
        TrainingDuty.months(first, terms, absences)
            + TrainingDuty.months(first + 1, terms, absences);
    return new Pair(
        first,
        TrainingDuty.owed(two.value(), months, 2),
        minutes(rows, TrainingKind.TRAINING, first)
            + minutes(rows, TrainingKind.TRAINING, first + 1));
  }

  private static Text why(Status status, Account account, Parameter<Integer> law, long monthsAway) {
    Pair pair = account.pair();
    return Refusals.text(
        "training.why." + status,
        hours(account.done()),
        hours(account.owed()),
        account.months(),
        hours(account.missing()),
        law.paragraph(),
        law.value(),
        pair == null ? 0 : hours(pair.done()),
        pair == null ? 0 : hours(pair.owed()),
        monthsAway,
        pair == null ? 0 : pair.first(),
        pair == null ? 0 : pair.first() + 1);
  }

  private static double hours(int minutes) {
    return minutes / HOUR;
  }

  private static int minutes(List<TrainingEntry> rows, TrainingKind kind, int year) {
    return rows.stream()
        .filter(row -> row.kind() == kind && row.heldOn().getYear() == year)
        .mapToInt(TrainingEntry::minutes)
        .sum();
  }

  private static Map<StaffId, List<TrainingEntry>> entries(
      EntityManager em, List<UUID> staff, int first, int last, LocalDate day) {
    LocalDate end = LocalDate.of(last, 12, 31);
    return em.createQuery(
            "SELECT t FROM TrainingEntry t WHERE t.staff IN :staff AND t.heldOn BETWEEN :first AND"
                + " :last ORDER BY t.heldOn DESC, t.id",
            TrainingEntry.class)
        .setParameter("staff", staff)
        .setParameter("first", LocalDate.of(first, 1, 1))
        .setParameter("last", day.isBefore(end) ? day : end)
        .getResultStream()
        .collect(Collectors.groupingBy(TrainingEntry::staff));
  }

  private record Reckoning(Account account, Status status, Text why, Mark mark, String paragraph) {}

  /** An entry with the version its form carries. */
  public record Seen(UUID id, long version, StaffId staff, NewTraining entry) {
    public double hours() {
      return TrainingBook.hours(entry.minutes());
    }
  }

  /**
   * @param account null when it is not assessed
   * @param why the sentence that explains the status
   * @param mark how far the figure of the law is confirmed; null when it is not assessed
   * @param paragraph of the law; null when it is not assessed
   * @param supervised minutes of supervision
   * @param supervision the sentence about supervision
   * @param supervisionMark null when the law says nothing
   */
  public record Year(
      int year,
      List<Seen> entries,
      Account account,
      Status status,
      Text why,
      Mark mark,
      String paragraph,
      int supervised,
      Text supervision,
      Mark supervisionMark) {}
}
