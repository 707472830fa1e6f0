package org.opora.duties.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.opora.api.access.Access;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.duties.spi.DeadlineRule;
import org.opora.api.duties.spi.IntervalRule;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Facts;
import org.opora.api.evidence.Wanted;
import org.opora.api.files.CareFacts;
import org.opora.api.house.Readings;
import org.opora.api.house.spi.Reading;
import org.opora.api.ids.CaseFileId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Puts rules and evidence together: a fixed number of queries per rule, however many files there
 * are.
 */
@Component(service = {Duties.class, DutiesService.class})
public final class DutiesService implements Duties {
  private final Access access;
  private final CareFacts care;
  private final Evidence evidence;
  private final RuleBook book;
  private final ChildClock clock;
  private final TrustMarks marks;

  @Activate
  public DutiesService(
      @Reference Access access,
      @Reference CareFacts care,
      @Reference Evidence evidence,
      @Reference RuleBook book,
      @Reference Readings readings,
      @Reference TrustMarks marks) {
    this.access = access;
    this.care = care;
    this.evidence = evidence;
    this.book = book;
    this.clock = new ChildClock(readings);
    this.marks = marks;
  }

  @Override
  public List<Line> list(Viewer viewer, LocalDate asOf) {
    return list(viewer, asOf, clock.choice());
  }

  private List<Line> list(Viewer viewer, LocalDate asOf, ChildClock.Choice keeps) {
    access.require(viewer, READ);
    return lines(viewer, OneEach.of(care.inForce(viewer, READ, asOf, null)), asOf, keeps);
  }

  @Override
  public List<Line> of(Viewer viewer, CaseFileId file, LocalDate asOf) {
    access.require(viewer, READ, Subject.of(file));
    return lines(viewer, OneEach.of(care.inForce(viewer, READ, asOf, file)), asOf, clock.choice());
  }

  @Override
  public List<Line> of(Viewer viewer, Collection<CaseFileId> files, LocalDate asOf) {
    access.require(viewer, READ);
    return lines(
        viewer, OneEach.of(care.inForceIn(viewer, READ, asOf, files)), asOf, clock.choice());
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
    ChildClock.Choice now = clock.choice();
    return Moves.between(list(viewer, day, now), list(viewer, day, now.with(from, option)), most);
  }

  private List<Line> lines(
      Viewer viewer,
      Collection<CareFacts.InForce> agreements,
      LocalDate asOf,
      ChildClock.Choice keeps) {
    TrustMarks.Marks marked = marks.now();
    List<Line> lines = new ArrayList<>();
    for (RuleBook.Entry<IntervalRule> entry : book.rules()) {
      Clocks clocks = Clocks.read(evidence, entry.rule(), agreements, asOf, keeps);
      LineMaker maker = new LineMaker(entry, clocks, asOf, keeps, marked);
      agreements.forEach(agreement -> maker.addTo(lines, agreement));
    }
    addDeadlines(lines, agreements, asOf, marked);
    lines.sort(new LineOrder(viewer.locale()));
    return List.copyOf(lines);
  }

  /** One question for all rules. */
  private void addDeadlines(
      List<Line> lines,
      Collection<CareFacts.InForce> agreements,
      LocalDate asOf,
      TrustMarks.Marks marked) {
    List<RuleBook.Entry<DeadlineRule>> rules = book.deadlines();
    if (rules.isEmpty() || agreements.isEmpty()) {
      return;
    }
    Facts facts =
        evidence.facts(
            rules.stream().flatMap(entry -> DeadlineLines.kinds(entry.rule())).distinct().toList(),
            Wanted.in(
                agreements.stream().map(CareFacts.InForce::file).distinct().toList(), null, asOf));
    for (RuleBook.Entry<DeadlineRule> entry : rules) {
      DeadlineLines maker = new DeadlineLines(entry, facts, asOf, marked);
      agreements.forEach(agreement -> maker.addTo(lines, agreement));
    }
  }
}
