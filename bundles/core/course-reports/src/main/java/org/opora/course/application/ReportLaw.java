package org.opora.course.application;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Duties;
import org.opora.api.duties.spi.CycleRule;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.RuleSet;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
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
  LocalDate due(Viewer viewer, CaseFileId file, AgreementId agreement) {
    Optional<CycleRule> rule = rule();
    if (rule.isEmpty() || !viewer.may(Duties.READ)) {
      return null;
    }
    return duties.of(viewer, file, viewer.today()).stream()
        .filter(line -> line.rule().equals(rule.get().id()))
        .filter(line -> line.ref() == null && line.whom().key().equals(agreement.value()))
        .map(Duties.Line::due)
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse(null);
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
