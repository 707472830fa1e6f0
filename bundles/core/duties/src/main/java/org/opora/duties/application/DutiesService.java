package org.opora.duties.application;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.duties.spi.CycleRule;
import org.opora.api.duties.spi.IntervalRule;
import org.opora.api.duties.spi.QuotaRule;
import org.opora.api.duties.spi.StaffHere;
import org.opora.api.evidence.EducationForm;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Facts;
import org.opora.api.evidence.Wanted;
import org.opora.api.files.CareFacts;
import org.opora.api.house.Readings;
import org.opora.api.house.spi.Reading;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.duties.domain.cycle.NextReport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Puts rules and evidence together, some families after the others: two questions for each interval
 * and one for all other rules together, for each fifty files.
 */
@Component(service = {Duties.class, DutiesService.class})
public final class DutiesService implements Duties {
  /** Option of {@link QuotaRule#TRAVELS}: periods and hours go on under the next agreement. */
  public static final String TRAVEL = "travel";

  /** Option of {@link QuotaRule#TRAVELS}: each agreement starts anew, as the law says. */
  public static final String RESTART = "restart";

  /** Option of {@link CycleRule#NEXT}: whichever date is earlier. */
  public static final String STRICTER = "stricter";

  /** Option of {@link CycleRule#NEXT}: from the late report. */
  public static final String FROM_LAST = "from-last";

  /** How long an agreement that has ended is asked for what it still owes. */
  private static final Period LATELY = Period.ofYears(2);

  private final Access access;
  private final Aliases aliases;
  private final CareFacts care;
  private final Evidence evidence;
  private final RuleBook book;
  private final Readings readings;
  private final ChildClock clock;
  private final TrustMarks marks;
  private final Sources sources;
  private final HouseLines house;

  @Activate
  public DutiesService(
      @Reference Access access,
      @Reference Aliases aliases,
      @Reference CareFacts care,
      @Reference Evidence evidence,
      @Reference RuleBook book,
      @Reference Readings readings,
      @Reference TrustMarks marks,
      @Reference Sources sources,
      @Reference HouseLines house) {
    this.house = house;
    this.access = access;
    this.aliases = aliases;
    this.care = care;
    this.evidence = evidence;
    this.book = book;
    this.readings = readings;
    this.clock = new ChildClock(readings);
    this.marks = marks;
    this.sources = sources;
  }

  /** In a house in which nobody else counts duties. */
  public DutiesService(
      Access access,
      Aliases aliases,
      CareFacts care,
      Evidence evidence,
      RuleBook book,
      Readings readings,
      TrustMarks marks,
      Sources sources) {
    this(
        access, aliases, care, evidence, book, readings, marks, sources, new HouseLines(List.of()));
  }

  @Override
  public List<Line> list(Viewer viewer, LocalDate asOf) {
    return list(viewer, asOf, choices(asOf));
  }

  private List<Line> list(Viewer viewer, LocalDate asOf, Choices choices) {
    return list(viewer, asOf, choices, book);
  }

  private List<Line> list(Viewer viewer, LocalDate asOf, Choices choices, RuleBook rules) {
    access.require(viewer, READ);
    return lines(
        viewer,
        care.inForce(viewer, READ, asOf, null),
        null,
        asOf,
        choices,
        rules,
        UnaryOperator.identity());
  }

  /** The same without what the lines rest on, which of a large centre does not fit into memory. */
  List<Line> outlines(Viewer viewer, LocalDate asOf) {
    access.require(viewer, READ);
    return lines(
        viewer,
        care.inForce(viewer, READ, asOf, null),
        null,
        asOf,
        choices(asOf),
        book,
        DutiesService::outline);
  }

  private static Line outline(Line line) {
    return new Line(
        line.rule(),
        line.ruleSet(),
        line.family(),
        line.whom(),
        line.due(),
        line.doBy(),
        line.status(),
        line.title(),
        line.why(),
        line.paragraph(),
        line.trust(),
        line.ref(),
        null,
        List.of());
  }

  @Override
  public List<Line> of(Viewer viewer, CaseFileId file, LocalDate asOf) {
    access.require(viewer, READ, Subject.of(file));
    return lines(
        viewer,
        care.inForce(viewer, READ, asOf, file),
        List.of(file),
        asOf,
        choices(asOf),
        book,
        UnaryOperator.identity());
  }

  @Override
  public List<Line> of(Viewer viewer, Collection<CaseFileId> files, LocalDate asOf) {
    access.require(viewer, READ);
    return lines(
        viewer,
        care.inForceIn(viewer, READ, asOf, files),
        Set.copyOf(files),
        asOf,
        choices(asOf),
        book,
        UnaryOperator.identity());
  }

  /** Whether reports are counted: some pack has the rule, and something brings the evidence. */
  public boolean countsReports() {
    return !live().cycles().isEmpty();
  }

  /** The same for quotas. */
  public boolean countsQuotas() {
    return !live().quotas().isEmpty();
  }

  /** On which day does not matter for either. */
  private LiveRules live() {
    return LiveRules.of(book, sources.now(evidence, ZoneOffset.UTC), LocalDate.EPOCH);
  }

  private Choices choices(LocalDate asOf) {
    return new Choices(
        clock.choice(),
        readings.chosen(QuotaRule.TRAVELS, asOf).filter(TRAVEL::equals).isPresent(),
        next(readings.chosen(CycleRule.NEXT, asOf).orElse(STRICTER)),
        HoursCaps.of(readings));
  }

  private static NextReport next(String option) {
    return FROM_LAST.equals(option) ? NextReport.FROM_LAST : NextReport.STRICTER;
  }

  /**
   * Which of the duties this viewer may see would be due on another day if the child's clock were
   * read like this.
   *
   * @param from clocks that began on this day or later are read like this
   * @param day as of which both readings are compared
   * @param most how many are listed at most; all are counted
   */
  public Reading.Effect ifChildClock(
      Viewer viewer, String option, LocalDate from, LocalDate day, int most) {
    Choices now = choices(day);
    return moves(viewer, day, now, now.with(now.clock().with(from, option)), most);
  }

  /** The same for whether hours travel with the person. */
  public Reading.Effect ifHoursTravel(Viewer viewer, String option, LocalDate day, int most) {
    Choices now = choices(day);
    return moves(viewer, day, now, now.travelling(TRAVEL.equals(option)), most);
  }

  /**
   * The same for how many hours of a form count at most, in periods that begin from that day on.
   */
  public Reading.Effect ifHoursCapped(
      Viewer viewer, EducationForm form, String option, LocalDate from, LocalDate day, int most) {
    Choices now = choices(day);
    return moves(viewer, day, now, now.capping(now.caps().with(form, from, option)), most);
  }

  /** The same for what the report after a late one is counted from. */
  public Reading.Effect ifNextReport(Viewer viewer, String option, LocalDate day, int most) {
    Choices now = choices(day);
    return moves(viewer, day, now, now.counting(next(option)), most);
  }

  /** Whether a reading is one that the engine goes by. */
  static boolean reads(String reading) {
    return ChildClock.READING.equals(reading)
        || QuotaRule.TRAVELS.equals(reading)
        || CycleRule.NEXT.equals(reading)
        || capped(reading).isPresent();
  }

  private static Optional<EducationForm> capped(String reading) {
    return HoursCaps.CAPPED.stream()
        .filter(form -> HoursCaps.reading(form).equals(reading))
        .findFirst();
  }

  /** In what the duties this viewer may see would differ if the centre had chosen otherwise. */
  Differences ifChosen(
      Viewer viewer, String reading, String option, LocalDate from, LocalDate day, int most) {
    Choices now = choices(day);
    return Differences.between(
        list(viewer, day, now), list(viewer, day, tried(now, reading, option, from, day)), most);
  }

  /** A choice that is asked for once, on the day itself, holds from its first day on. */
  private static Choices tried(
      Choices now, String reading, String option, LocalDate from, LocalDate day) {
    if (ChildClock.READING.equals(reading)) {
      return now.with(now.clock().with(from, option));
    }
    Optional<EducationForm> form = capped(reading);
    if (form.isPresent()) {
      return now.capping(now.caps().with(form.get(), from, option));
    }
    if (from.isAfter(day)) {
      return now;
    }
    return QuotaRule.TRAVELS.equals(reading)
        ? now.travelling(TRAVEL.equals(option))
        : now.counting(next(option));
  }

  /** The same if the law had another figure. */
  Differences ifFigure(Viewer viewer, Tried tried, LocalDate day, int most) {
    Choices now = choices(day);
    return Differences.between(
        list(viewer, day, now), list(viewer, day, now, book.with(tried::in)), most);
  }

  private Reading.Effect moves(Viewer viewer, LocalDate day, Choices now, Choices then, int most) {
    return Moves.between(list(viewer, day, now), list(viewer, day, then), most);
  }

  /**
   * @param files only these; null for all, and then for what the house owes, too
   * @param shown what becomes of each line before the facts of the next families are read
   */
  private List<Line> lines(
      Viewer viewer,
      Collection<CareFacts.InForce> inForce,
      Collection<CaseFileId> files,
      LocalDate asOf,
      Choices choices,
      RuleBook laws,
      UnaryOperator<Line> shown) {
    Sources.Now bringing = sources.now(evidence, viewer.zone());
    LiveRules rules = LiveRules.of(laws, bringing, asOf);
    List<CareFacts.History> histories =
        rules.needLives()
            ? care.histories(viewer, READ, rules.livesFrom(asOf, LATELY), asOf, files)
            : List.of();
    List<CareFacts.Prepared> prepared =
        rules.needPrepared() ? care.prepared(viewer, READ, asOf, files) : List.of();
    SamePeople same = new SamePeople(aliases.idsOf(people(inForce, histories)));
    boolean whole = files == null && viewer.reach(READ) == Reach.ALL;
    Lives lives = new Lives(histories, cared(rules, histories, same, asOf), same, asOf);
    List<StaffHere.Member> members =
        !whole ? null : rules.needStaff() ? house.staff(viewer, asOf) : List.of();
    TrustMarks.Marks marked = marks.now();
    List<Line> lines = new ArrayList<>();
    for (Families some : Families.parts(OneEach.of(inForce, same), prepared, lives)) {
      Facts facts = facts(rules, some, members, asOf);
      Known known = new Known(asOf, facts, bringing, marked, new Excused(facts, asOf));
      reckoned(rules, known, some, same, choices, members)
          .map(known.excused()::applied)
          .map(shown)
          .forEach(lines::add);
      // What is about staff and house is reckoned with the first families.
      members = null;
    }
    if (whole) {
      house.of(viewer, asOf, book.sets()).forEach(lines::add);
    }
    return lines.stream().sorted(new LineOrder(viewer.locale())).toList();
  }

  private Stream<Line> reckoned(
      LiveRules rules,
      Known known,
      Families some,
      SamePeople same,
      Choices choices,
      List<StaffHere.Member> members) {
    List<Line> lines = new ArrayList<>();
    for (RuleBook.Entry<IntervalRule> entry : rules.intervals()) {
      Clocks clocks =
          Clocks.read(
              evidence, entry.rule(), some.agreements(), known.asOf(), same, choices.clock());
      IntervalLines maker = new IntervalLines(entry, clocks, known, some.lives(), choices.clock());
      some.agreements().forEach(agreement -> maker.addTo(lines, agreement));
    }
    rules.addTo(lines, known, some.agreements(), some.prepared(), some.lives(), choices, members);
    return lines.stream();
  }

  private static Set<PersonId> people(
      Collection<CareFacts.InForce> inForce, Collection<CareFacts.History> histories) {
    Set<PersonId> people = new HashSet<>();
    for (CareFacts.InForce agreement : inForce) {
      agreement.carers().forEach(carer -> people.add(carer.person()));
      agreement.children().forEach(child -> people.add(child.person()));
    }
    for (CareFacts.History agreement : histories) {
      agreement.carers().forEach(part -> people.add(part.person()));
      agreement.children().forEach(part -> people.add(part.person()));
    }
    return people;
  }

  /** Hours may go with a carer from families that the viewer must not see: dates only. */
  private List<CareFacts.Caring> cared(
      LiveRules rules, Collection<CareFacts.History> histories, SamePeople same, LocalDate asOf) {
    Set<PersonId> carers =
        histories.stream()
            .flatMap(agreement -> agreement.carers().stream())
            .map(CareFacts.Part::person)
            .collect(Collectors.toSet());
    return rules.quotas().isEmpty() || carers.isEmpty()
        ? List.of()
        : care.caring(same.keys(carers), asOf);
  }

  /** One question for all rules; none where no rule needs an answer. */
  private Facts facts(
      LiveRules rules, Families some, List<StaffHere.Member> members, LocalDate asOf) {
    boolean whole = members != null;
    Set<String> kinds = rules.kinds();
    if (kinds.isEmpty() || some.files().isEmpty() && !whole) {
      return new Facts(List.of(), Map.of());
    }
    Set<PersonId> people = rules.followPeople() ? people(some.lives()) : Set.of();
    return evidence.facts(
        kinds, new Wanted(some.files(), people, staff(members), whole, null, asOf));
  }

  private static Set<StaffId> staff(List<StaffHere.Member> members) {
    return members == null
        ? Set.of()
        : members.stream().map(StaffHere.Member::staff).collect(Collectors.toSet());
  }

  private static Set<PersonId> people(Lives lives) {
    Set<PersonId> people = new HashSet<>();
    lives
        .inForce()
        .forEach(
            agreement ->
                Stream.concat(
                        lives.now(agreement.carers()).stream(),
                        lives.now(agreement.children()).stream())
                    .forEach(part -> people.add(part.person())));
    return people;
  }
}
