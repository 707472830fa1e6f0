package org.opora.registry.course.contributions;

import java.util.ArrayList;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.reports.spi.ReportSection;
import org.opora.api.text.Messages;
import org.opora.registry.aims.application.AimView;
import org.opora.registry.aims.application.AimsDesk;
import org.opora.registry.plans.application.PlanDesk;
import org.opora.registry.plans.application.PlanView;
import org.opora.registry.plans.domain.PlanKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The plan of the child's stay, how it was looked at, and why what is agreed is best for it. */
@Component(service = ReportSection.class)
public final class StayPlanSection extends RegistrySection {
  private static final int PLACE = 300;
  private final PlanDesk plans;
  private final AimsDesk aims;

  @Activate
  public StayPlanSection(
      @Reference PlanDesk plans, @Reference AimsDesk aims, @Reference Messages messages) {
    super("stay-plan", PLACE, Scope.CHILD, Visits.READ, messages);
    this.plans = plans;
    this.aims = aims;
  }

  @Override
  public String draft(Viewer viewer, Wanted wanted) {
    if (!may(viewer)) {
      return null;
    }
    List<String> blocks = new ArrayList<>();
    plans.of(viewer, wanted.file()).stream()
        .filter(plan -> plan.kind() == PlanKind.STAY && plan.whose().equals(wanted.child()))
        .forEach(plan -> blocks.add(of(viewer, wanted, plan)));
    aims.of(viewer, wanted.file()).stream()
        .map(aim -> why(viewer, wanted, aim))
        .filter(why -> why != null && !why.isBlank())
        .forEach(why -> blocks.add(say(wanted.language(), "course.why-best", why)));
    return all(blocks.toArray(String[]::new));
  }

  private String why(Viewer viewer, Wanted wanted, AimView aim) {
    AimView.Wording then = AimsSection.then(aims, viewer, wanted, aim);
    return wanted.touches(then.agreedOn(), aim.endedOn()) ? then.whyFor(wanted.child()) : null;
  }

  private String of(Viewer viewer, Wanted wanted, PlanView plan) {
    PlanView.Text then = LearningPlanSection.then(plans, viewer, wanted, plan);
    if (!wanted.touches(then.terms().first(), then.terms().last())) {
      return null;
    }
    List<String> blocks = new ArrayList<>();
    blocks.add(
        say(wanted.language(), "course.stay-plan", then.terms().first(), then.terms().last()));
    blocks.add(
        items(
            then.lines().stream()
                .map(
                    line ->
                        say(
                            wanted.language(),
                            "course.plan-line",
                            say(wanted.language(), "plan-area." + line.area()),
                            line.words()))));
    plan.reviews().stream()
        .filter(review -> wanted.covers(review.on()))
        .forEach(
            review ->
                blocks.add(
                    say(wanted.language(), "course.plan-review", review.on(), review.words())));
    return all(blocks.toArray(String[]::new));
  }
}
