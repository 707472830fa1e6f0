package org.opora.course.application;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opora.api.access.Reach;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.duties.spi.CycleRule;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.RuleSet;
import org.opora.api.files.Agreements.Agreement;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.course.CourseModule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** By when reports are to be made out and delivered, as the duties and the law pack say. */
@Component(service = ReportLaw.class)
public final class ReportLaw {
  private final Duties duties;
  private final List<RuleSet> sets = new CopyOnWriteArrayList<>();

  @Activate
  public ReportLaw(@Reference Duties duties) {
    this.duties = duties;
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void addSet(RuleSet set) {
    sets.add(set);
  }

  public void removeSet(RuleSet set) {
    sets.remove(set);
  }

  private Optional<CycleRule> rule() {
    return sets.stream()
        .sorted(Comparator.comparing(RuleSet::id))
        .flatMap(set -> set.rules().stream())
        .filter(CycleRule.class::isInstance)
        .map(CycleRule.class::cast)
        .findFirst();
  }

  /** The day by which the next report on an agreement is due; null when nobody says. */
  LocalDate next(Viewer viewer, Agreement agreement) {
    return due(viewer, agreement, viewer.today());
  }

  /**
   * The day by which a report of this kind is due as things stand: while notice runs, both the next
   * one and the last one are. Null when nobody says.
   */
  LocalDate due(Viewer viewer, Agreement agreement, Kind kind) {
    boolean last = kind == Kind.FINAL && agreement.endedOn() != null;
    LocalDate over = last ? agreement.endedOn().plusDays(1) : viewer.today();
    return due(viewer, agreement, over.isAfter(viewer.today()) ? over : viewer.today());
  }

  private LocalDate due(Viewer viewer, Agreement agreement, LocalDate asOf) {
    Optional<CycleRule> rule = rule();
    if (rule.isEmpty()) {
      return null;
    }
    return duties.of(reading(viewer), agreement.file(), asOf).stream()
        .filter(line -> line.rule().equals(rule.get().id()))
        .filter(line -> line.ref() == null && line.whom().key().equals(agreement.id().value()))
        .map(Duties.Line::due)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /**
   * Whoever may write a report learns by when it is due, also who sees no duties: whether it is
   * late is a fact, and not a matter of who asks.
   */
  private static Viewer reading(Viewer viewer) {
    Map<String, Reach> grants = new HashMap<>(viewer.grants());
    grants.merge(
        Duties.READ,
        viewer.reach(CourseModule.WRITE),
        (one, other) -> one == Reach.ALL ? one : other);
    return new Viewer(
        viewer.staff(),
        viewer.name(),
        grants,
        viewer.locale(),
        viewer.zone(),
        viewer.clock(),
        viewer.requestId(),
        viewer.proved());
  }

  /** The last day to deliver what is made out on this one; null when no law says. */
  LocalDate deliverBy(LocalDate madeOut) {
    return rule()
        .flatMap(
            rule -> rule.deliverWithin().stream().filter(one -> one.holdsOn(madeOut)).findFirst())
        .map(Parameter::value)
        .map(madeOut::plusDays)
        .orElse(null);
  }
}
