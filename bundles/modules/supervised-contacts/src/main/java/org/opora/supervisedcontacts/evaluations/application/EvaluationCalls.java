package org.opora.supervisedcontacts.evaluations.application;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.supervisedcontacts.evaluations.domain.ContactEvaluation;
import org.opora.supervisedcontacts.evaluations.domain.Decision;
import org.opora.supervisedcontacts.evaluations.domain.Due;
import org.opora.supervisedcontacts.evaluations.persistence.EvaluationQueries;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.shared.application.Reminders;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;

/** The task to evaluate the contacts of a plan, and the one to go through it afterwards. */
record EvaluationCalls(Reminders reminders, EvaluationFigures figures) {
  private static final String EVALUATE = "contact-evaluation";
  private static final String CHANGE = "contact-plan-change";

  /** When the next one is due, as far as is known now. */
  void look(EntityManager em, Viewer viewer, ContactPlan plan) {
    List<ContactEvaluation> rows = new EvaluationQueries(em).ofPlan(plan.id().value());
    boolean over =
        plan.validUntil() != null && plan.validUntil().isBefore(viewer.today()) || stopped(rows);
    Due due = over ? null : EvaluationReader.due(em, plan, rows, figures);
    reminders.put(
        viewer,
        EVALUATE,
        round(rows.size(), plan),
        whose(plan),
        due == null ? null : due.by(),
        "evaluation.task",
        "/plans/" + plan.id() + "/evaluations/new");
  }

  private static boolean stopped(List<ContactEvaluation> rows) {
    return rows.stream()
        .filter(ContactEvaluation::stands)
        .findFirst()
        .map(last -> last.decision() == Decision.STOP)
        .orElse(false);
  }

  /** Each round has a task of its own: one that is done stays done. */
  private static UUID round(int number, ContactPlan plan) {
    String key = number + "|" + plan.id();
    return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.US_ASCII));
  }

  private static ChildOfFile whose(ContactPlan plan) {
    return new ChildOfFile(plan.caseFile(), plan.childFile(), plan.child());
  }

  /** This round is done, and the next one is asked for; a decision leaves a plan to be changed. */
  void evaluated(EntityManager em, Viewer viewer, ContactPlan plan, ContactEvaluation row) {
    reminders.done(viewer, EVALUATE, round(row.number() - 1, plan));
    look(em, viewer, plan);
    if (row.decision().changes()) {
      reminders.put(
          viewer,
          CHANGE,
          row.key(),
          row.whose(),
          viewer.today().plusDays(figures.grace(viewer.today())),
          "evaluation.task.plan",
          "/evaluations/" + row.id());
    }
  }
}
