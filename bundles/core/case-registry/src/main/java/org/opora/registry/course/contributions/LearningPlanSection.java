package org.opora.registry.course.contributions;

import java.util.List;
import java.util.Map;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.reports.spi.ReportSection;
import org.opora.api.text.Messages;
import org.opora.registry.plans.application.PlanDesk;
import org.opora.registry.plans.application.PlanView;
import org.opora.registry.plans.domain.PlanKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the carers have planned to learn. */
@Component(service = ReportSection.class)
public final class LearningPlanSection extends RegistrySection {
  private static final int PLACE = 250;
  private final PlanDesk plans;
  private final People people;

  @Activate
  public LearningPlanSection(
      @Reference PlanDesk plans, @Reference People people, @Reference Messages messages) {
    super("learning-plan", PLACE, Scope.FAMILY, Visits.READ, messages);
    this.plans = plans;
    this.people = people;
  }

  @Override
  public String draft(Viewer viewer, Wanted wanted) {
    if (!may(viewer)) {
      return null;
    }
    List<PlanView> own =
        plans.of(viewer, wanted.file()).stream()
            .filter(plan -> plan.kind() == PlanKind.EDUCATION)
            .toList();
    Map<PersonId, PersonName> names =
        people.names(viewer, own.stream().map(PlanView::whose).toList());
    return all(
        own.stream()
            .filter(plan -> names.containsKey(plan.whose()))
            .map(plan -> of(viewer, wanted, plan, names.get(plan.whose())))
            .toArray(String[]::new));
  }

  /** How a plan read on the last day of the period. */
  static PlanView.Text then(PlanDesk plans, Viewer viewer, Wanted wanted, PlanView plan) {
    return asOf(
        viewer,
        wanted,
        plan.now(),
        plans.former(viewer, wanted.file(), plan.id()),
        PlanView.Former::at,
        PlanView.Former::text);
  }

  private String of(Viewer viewer, Wanted wanted, PlanView plan, PersonName name) {
    PlanView.Text then = then(plans, viewer, wanted, plan);
    if (!wanted.touches(then.terms().first(), then.terms().last())) {
      return null;
    }
    return all(
        say(
            wanted.language(),
            "course.learning-plan",
            name.spoken(),
            then.terms().first(),
            then.terms().last(),
            then.hours()),
        items(then.lines().stream().map(PlanView.Line::words)));
  }
}
