package org.opora.duties.application;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.Reach;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.duties.spi.CycleRule;
import org.opora.api.duties.spi.QuotaRule;
import org.opora.api.duties.spi.StaffHere;
import org.opora.api.evidence.EducationForm;
import org.opora.api.evidence.Evidence;
import org.opora.api.files.CareFacts;
import org.opora.api.house.Readings;
import org.opora.api.house.spi.Reading;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.duties.domain.cycle.NextReport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts together whom the viewer may see, the rules, and what the centre has chosen. */
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

  /** How long an agreement that has ended, or a closed file, is asked for what it still owes. */
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
    return lines(viewer, reckoning(viewer, asOf), UnaryOperator.identity());
  }

  /** To be compared: without what the lines rest on, which of a large centre fills the memory. */
  private List<Line> list(Viewer viewer, LocalDate asOf, Choices choices, RuleBook rules) {
    return lines(viewer, reckoning(viewer, asOf, choices, rules), Duties.Line::withoutEvidence);
  }

  /** Of everybody whom the viewer may see; what is owed is not reckoned yet. */
  Reckoning reckoning(Viewer viewer, LocalDate asOf) {
    return reckoning(viewer, asOf, choices(asOf), book);
  }

  private Reckoning reckoning(Viewer viewer, LocalDate asOf, Choices choices, RuleBook rules) {
    access.require(viewer, READ);
    return reckoning(viewer, care.inForce(viewer, READ, asOf, null), null, asOf, choices, rules);
  }

  /** What is about staff and house by the rules of the country, as far as the viewer may see it. */
  List<Line> ofHouse(Viewer viewer, Reckoning reckoning, UnaryOperator<Line> shown) {
    return house.open(viewer, reckoning.house(shown));
  }

  /** What others count of the house. */
  List<Line> counted(Viewer viewer, LocalDate asOf) {
    return house.of(viewer, asOf, book.sets()).toList();
  }

  @Override
  public List<Line> of(Viewer viewer, CaseFileId file, LocalDate asOf) {
    access.require(viewer, READ, Subject.of(file));
    return of(viewer, care.inForce(viewer, READ, asOf, file), List.of(file), asOf);
  }

  @Override
  public List<Line> of(Viewer viewer, Collection<CaseFileId> files, LocalDate asOf) {
    access.require(viewer, READ);
    return of(viewer, care.inForceIn(viewer, READ, asOf, files), Set.copyOf(files), asOf);
  }

  private List<Line> of(
      Viewer viewer,
      Collection<CareFacts.InForce> inForce,
      Collection<CaseFileId> files,
      LocalDate asOf) {
    return lines(
        viewer,
        reckoning(viewer, inForce, files, asOf, choices(asOf), book),
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
        list(viewer, day, now, book),
        list(viewer, day, tried(now, reading, option, from, day), book),
        most);
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
        list(viewer, day, now, book), list(viewer, day, now, book.with(tried::in)), most);
  }

  private Reading.Effect moves(Viewer viewer, LocalDate day, Choices now, Choices then, int most) {
    return Moves.between(list(viewer, day, now, book), list(viewer, day, then, book), most);
  }

  private List<Line> lines(Viewer viewer, Reckoning reckoning, UnaryOperator<Line> shown) {
    List<Line> lines = reckoning.families(reckoning.households().keySet(), shown);
    lines.addAll(ofHouse(viewer, reckoning, shown));
    if (reckoning.whole()) {
      lines.addAll(counted(viewer, reckoning.terms().asOf()));
    }
    lines.sort(new LineOrder(viewer.locale()));
    return List.copyOf(lines);
  }

  /**
   * @param files only these; null for all, and then for what the house owes, too
   */
  private Reckoning reckoning(
      Viewer viewer,
      Collection<CareFacts.InForce> inForce,
      Collection<CaseFileId> files,
      LocalDate asOf,
      Choices choices,
      RuleBook laws) {
    Sources.Now bringing = sources.now(evidence, viewer.zone());
    LiveRules rules = LiveRules.of(laws, bringing, asOf);
    List<CareFacts.History> histories =
        rules.needLives()
            ? care.histories(viewer, READ, rules.livesFrom(asOf, LATELY), asOf, files)
            : List.of();
    List<CareFacts.Prepared> prepared =
        rules.needPrepared() ? care.prepared(viewer, READ, asOf, files) : List.of();
    List<CareFacts.Recorded> recorded =
        care.recorded(viewer, READ, asOf, asOf.minus(LATELY), rules.beginnings(), files);
    SamePeople same = new SamePeople(aliases.idsOf(people(inForce, histories, recorded)));
    boolean whole = files == null && viewer.reach(READ) == Reach.ALL;
    List<StaffHere.Member> members =
        !whole ? null : rules.needStaff() ? house.staff(viewer, asOf) : List.of();
    return new Reckoning(
        evidence,
        rules,
        new Terms(asOf, laws.sets(), rules.promised(), bringing, marks.now(), choices),
        same,
        OneEach.of(inForce, same),
        prepared,
        recorded,
        new Lives(histories, cared(rules, histories, same, asOf), same, asOf),
        members);
  }

  private static Set<PersonId> people(
      Collection<CareFacts.InForce> inForce,
      Collection<CareFacts.History> histories,
      Collection<CareFacts.Recorded> recorded) {
    Set<PersonId> people = new HashSet<>();
    for (CareFacts.InForce agreement : inForce) {
      agreement.carers().forEach(carer -> people.add(carer.person()));
      agreement.children().forEach(child -> people.add(child.person()));
    }
    for (CareFacts.History agreement : histories) {
      agreement.carers().forEach(part -> people.add(part.person()));
      agreement.children().forEach(part -> people.add(part.person()));
    }
    recorded.forEach(file -> file.members().forEach(member -> people.add(member.person())));
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
}
