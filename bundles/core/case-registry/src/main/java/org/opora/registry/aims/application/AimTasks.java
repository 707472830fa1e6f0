package org.opora.registry.aims.application;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.registry.aims.domain.AgreedAim;
import org.opora.registry.aims.domain.AimStep;
import org.opora.registry.aims.persistence.AimQueries;
import org.opora.registry.files.application.FollowUpTasks;
import org.opora.registry.shared.application.Refusals;

/** What somebody has to do because of an agreed aim: the next review, and steps that have a day. */
record AimTasks(Tasks tasks, Messages messages) {

  /** Of an aim as it reads now. */
  void follow(EntityManager em, Viewer viewer, AgreedAim aim) {
    if (aim.reviewOn() != null) {
      put(
          em,
          viewer,
          aim,
          review(aim),
          "task.aim-review",
          aim.reviewOn(),
          AimsDesk.page(aim.file(), aim.id()) + "/review");
    }
    for (AimStep step : new AimQueries(em).steps(aim.id())) {
      if (step.standsIn(aim.wording()) && step.due() != null && step.doneOn() == null) {
        put(
            em,
            viewer,
            aim,
            step.id(),
            "task.aim-step." + step.whose(),
            step.due(),
            AimsDesk.page(aim.file(), aim.id()));
      }
    }
  }

  private void put(
      EntityManager em,
      Viewer viewer,
      AgreedAim aim,
      UUID source,
      String what,
      LocalDate due,
      String page) {
    tasks.put(
        viewer,
        new Tasks.NewTask(
            Refusals.BUNDLE,
            source,
            aim.file(),
            Subject.of(aim.file()),
            messages.title(what),
            FollowUpTasks.doer(em, viewer, aim.file()),
            due,
            page,
            Tasks.Tie.SETTLES,
            false));
  }

  void reviewed(Viewer viewer, AgreedAim aim) {
    tasks.doneBy(viewer, Refusals.BUNDLE, review(aim));
  }

  void done(Viewer viewer, AimStep step) {
    tasks.doneBy(viewer, Refusals.BUNDLE, step.id());
  }

  void undone(AimStep step) {
    tasks.undone(Refusals.BUNDLE, step.id());
  }

  /** Nobody asks for these steps any more. */
  void dropped(List<AimStep> steps) {
    steps.forEach(step -> tasks.withdraw(Refusals.BUNDLE, step.id()));
  }

  /** Each review has a task of its own. */
  private static UUID review(AgreedAim aim) {
    return source("review-" + aim.reviews(), aim.id());
  }

  static UUID source(String kind, UUID record) {
    return UUID.nameUUIDFromBytes((kind + "|" + record).getBytes(StandardCharsets.US_ASCII));
  }
}
