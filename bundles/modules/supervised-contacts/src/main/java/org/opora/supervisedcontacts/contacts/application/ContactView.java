package org.opora.supervisedcontacts.contacts.application;

import java.time.Instant;
import java.util.List;
import org.opora.api.choices.Choices;
import org.opora.api.people.PersonName;
import org.opora.api.safety.Safety;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.contacts.persistence.ContactRow;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.plans.domain.Standing;

/**
 * A contact as a page shows it.
 *
 * @param childName null when the viewer may not see the name
 * @param alerts what whoever meets the child must know
 * @param expected whom it is with
 * @param reason reason of the cancellation, or null
 * @param record what was observed; null when nothing is written yet or the viewer may not read it
 */
public record ContactView(
    ContactRow row,
    PersonName childName,
    List<Safety.Alert> alerts,
    String facilitatorName,
    List<Expected> expected,
    String reason,
    Observed record) {

  /** {@code standing} is what the plan says now; {@code came} is null until it is written down. */
  public record Expected(
      PlanPersonId id, String name, Choices.Term kin, Standing standing, Boolean came) {
    public boolean forbidden() {
      return standing == Standing.FORBIDDEN;
    }
  }

  /** Those who must not meet the child any more although it is planned that they do. */
  public List<Expected> against() {
    return row.state() == ContactState.PLANNED
        ? expected.stream().filter(Expected::forbidden).toList()
        : List.of();
  }

  /** The child before, during and after. */
  public record Observed(
      long version, String before, String during, String after, String by, Instant at) {}
}
