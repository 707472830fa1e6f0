package org.opora.registry.course.contributions;

import java.util.ArrayList;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.reports.spi.ReportSection;
import org.opora.api.text.Messages;
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
        .filter(plan -> wanted.touches(plan.now().terms().first(), plan.now().terms().last()))
        .forEach(plan -> blocks.add(of(wanted, plan)));
    aims.of(viewer, wanted.file()).stream()
        .filter(aim -> wanted.touches(aim.agreedOn(), aim.endedOn()))
        .map(aim -> aim.now().whyFor(wanted.child()))
        .filter(why -> why != null && !why.isBlank())
        .forEach(why -> blocks.add(say(wanted.language(), "course.why-best", why)));
    return all(blocks.toArray(String[]::new));
  }

  private String of(Wanted wanted, PlanView plan) {
    List<String> blocks = new ArrayList<>();
    blocks.add(
        say(
            wanted.language(),
            "course.stay-plan",
            plan.now().terms().first(),
            plan.now().terms().last()));
    blocks.add(
        items(
            plan.now().lines().stream()
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
