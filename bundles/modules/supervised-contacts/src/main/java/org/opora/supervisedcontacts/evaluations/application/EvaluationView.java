package org.opora.supervisedcontacts.evaluations.application;

import java.time.Instant;
import java.time.LocalDate;
import org.opora.api.people.PersonName;
import org.opora.supervisedcontacts.contacts.domain.Tally;
import org.opora.supervisedcontacts.evaluations.domain.Decision;
import org.opora.supervisedcontacts.evaluations.domain.EvaluationId;
import org.opora.supervisedcontacts.evaluations.domain.Learnt;
import org.opora.supervisedcontacts.evaluations.domain.Scales;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;

/**
 * An evaluation as pages show it.
 *
 * @param childName null when the viewer may not see the name
 * @param why null when the viewer may not read words, as every other one
 * @param struck null unless it was struck out
 */
public record EvaluationView(
    EvaluationId id,
    long version,
    ChildOfFile whose,
    PersonName childName,
    PlanId plan,
    int number,
    LocalDate from,
    LocalDate until,
    Tally tally,
    Scales scales,
    Decision decision,
    String why,
    String view,
    Learnt learnt,
    String by,
    Instant at,
    Struck struck,
    boolean opened) {
  /** That it was a mistake. */
  public record Struck(String by, LocalDate on, String why) {}
}
