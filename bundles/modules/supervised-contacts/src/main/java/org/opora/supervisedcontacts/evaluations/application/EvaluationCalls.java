package org.opora.supervisedcontacts.evaluations.application;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.supervisedcontacts.evaluations.domain.ContactEvaluation;
import org.opora.supervisedcontacts.shared.application.Reminders;

/**
 * The task to go through a plan after it was evaluated. That one is to be evaluated at all is no
 * task but what the centre promises, and counted from what is recorded.
 */
record EvaluationCalls(Reminders reminders, EvaluationFigures figures) {
  /** A task of former builds. */
  private static final String EVALUATE = "contact-evaluation";

  private static final String CHANGE = "contact-plan-change";

  /** A decision leaves a plan to be changed. */
  void evaluated(Viewer viewer, ContactEvaluation row) {
    reminders.done(viewer, EVALUATE, formerly(row));
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

  /** Each round had a task of its own, by the number of those that were there before. */
  private static UUID formerly(ContactEvaluation row) {
    String key = row.number() - 1 + "|" + row.plan();
    return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.US_ASCII));
  }
}
