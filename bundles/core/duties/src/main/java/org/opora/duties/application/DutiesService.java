package org.opora.duties.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.opora.api.access.Access;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.evidence.Evidence;
import org.opora.api.files.CareFacts;
import org.opora.api.ids.CaseFileId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Puts rules and evidence together: a fixed number of queries per rule, however many files there
 * are.
 */
@Component(configurationPid = "org.opora.duties")
public final class DutiesService implements Duties {
  /** Settings of the centre. */
  public @interface Settings {
    /**
     * Whether a child's clock starts anew with the agreement of its new family. Sources disagree;
     * by default the child keeps its own clock, which is the stricter reading.
     */
    boolean childClockRestarts() default false;
  }

  private final Access access;
  private final CareFacts care;
  private final Evidence evidence;
  private final RuleBook book;
  private final boolean childKeepsClock;

  @Activate
  public DutiesService(
      @Reference Access access,
      @Reference CareFacts care,
      @Reference Evidence evidence,
      @Reference RuleBook book,
      Settings settings) {
    this(access, care, evidence, book, !settings.childClockRestarts());
  }

  DutiesService(
      Access access, CareFacts care, Evidence evidence, RuleBook book, boolean childKeepsClock) {
    this.access = access;
    this.care = care;
    this.evidence = evidence;
    this.book = book;
    this.childKeepsClock = childKeepsClock;
  }

  @Override
  public List<Line> list(Viewer viewer, LocalDate asOf) {
    access.require(viewer, READ);
    return lines(viewer, OneEach.of(care.inForce(viewer, READ, asOf, null)), asOf);
  }

  @Override
  public List<Line> of(Viewer viewer, CaseFileId file, LocalDate asOf) {
    access.require(viewer, READ, Subject.of(file));
    return lines(viewer, OneEach.of(care.inForce(viewer, READ, asOf, file)), asOf);
  }

  private List<Line> lines(
      Viewer viewer, Collection<CareFacts.InForce> agreements, LocalDate asOf) {
    List<Line> lines = new ArrayList<>();
    for (RuleBook.Entry entry : book.rules()) {
      Clocks clocks = Clocks.read(evidence, entry.rule(), agreements, asOf, childKeepsClock);
      LineMaker maker = new LineMaker(entry, clocks, asOf, childKeepsClock);
      agreements.forEach(agreement -> maker.addTo(lines, agreement));
    }
    lines.sort(new LineOrder(viewer.locale()));
    return List.copyOf(lines);
  }
}
