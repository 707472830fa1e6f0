package org.opora.registry.plans.application;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.registry.files.application.FollowUpTasks;
import org.opora.registry.files.domain.Placement;
import org.opora.registry.plans.domain.Plan;
import org.opora.registry.plans.domain.PlanKind;
import org.opora.registry.plans.persistence.PlanQueries;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The tasks to look at plans. Nobody is to look at the plan of a stay that is over by the day of
 * the review; when it goes on after all, somebody is.
 */
@Component(service = PlanReminders.class)
public final class PlanReminders {
  private final Tasks tasks;
  private final Messages messages;

  @Activate
  public PlanReminders(@Reference Tasks tasks, @Reference Messages messages) {
    this.tasks = tasks;
    this.messages = messages;
  }

  /** After a change of the file, by which a child may have come or left. */
  public void follow(EntityManager em, Viewer viewer, CaseFileId file) {
    PlanQueries queries = new PlanQueries(em);
    List<Plan> plans = queries.stays(file);
    if (plans.isEmpty()) {
      return;
    }
    List<Placement> stays = queries.placements(file);
    Set<UUID> known = Set.copyOf(queries.tasks(plans.stream().map(PlanReminders::source).toList()));
    for (Plan plan : plans) {
      if (!lasts(plan, stays, viewer.today())) {
        tasks.withdraw(Refusals.BUNDLE, source(plan));
      } else if (!known.contains(source(plan))) {
        put(em, viewer, plan);
      }
    }
  }

  private static boolean lasts(Plan plan, List<Placement> stays, LocalDate today) {
    LocalDate review = plan.terms().reviewOn();
    LocalDate day = review.isBefore(today) ? today : review;
    return stays.stream()
        .filter(stay -> stay.childFile().equals(plan.childFile()))
        .anyMatch(stay -> stay.until() == null || !stay.until().isBefore(day));
  }

  /** Each review has a task of its own; none, when the plan is looked at no more. */
  void put(EntityManager em, Viewer viewer, Plan plan) {
    if (plan.terms().reviewOn() == null) {
      return;
    }
    Tasks.NewTask task =
        new Tasks.NewTask(
            Refusals.BUNDLE,
            source(plan),
            plan.file(),
            PlanOwner.owner(plan),
            messages.title("task.plan-" + plan.kind()),
            FollowUpTasks.doer(em, viewer, plan.file()),
            plan.terms().reviewOn(),
            PlanPapers.KIND.page(plan) + "/review",
            Tasks.Tie.SETTLES,
            false);
    tasks.put(viewer, plan.kind() == PlanKind.EDUCATION ? task.concerning(plan.whose()) : task);
  }

  /** It was looked at. */
  void done(Viewer viewer, Plan plan) {
    tasks.doneBy(viewer, Refusals.BUNDLE, source(plan));
  }

  private static UUID source(Plan plan) {
    return source("review-" + plan.reviews(), plan);
  }

  static UUID source(String kind, Plan plan) {
    return UUID.nameUUIDFromBytes(
        ("plan|" + kind + "|" + plan.id()).getBytes(StandardCharsets.US_ASCII));
  }
}
