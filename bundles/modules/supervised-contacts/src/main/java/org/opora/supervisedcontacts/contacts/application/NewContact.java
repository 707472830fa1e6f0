package org.opora.supervisedcontacts.contacts.application;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.calendar.Slot;
import org.opora.api.ids.StaffId;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.Place;
import org.opora.supervisedcontacts.plans.domain.ContactForm;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;

/**
 * A contact as somebody wants to book it.
 *
 * @param plans of the children who come, one of each
 * @param form null for that of the first plan
 * @param placeWords more about a place outside of the house; null for none
 * @param expected people of the plans who will come; whoever is named in several of them is said by
 *     one of the names
 * @param series key that the contacts of one series share; null for a single one
 * @param insteadOf contact that did not take place and that this one makes up for; null otherwise
 */
public record NewContact(
    List<PlanId> plans,
    ContactForm form,
    Slot slot,
    Place place,
    String placeWords,
    StaffId facilitator,
    Set<PlanPersonId> expected,
    UUID series,
    ContactId insteadOf) {
  public NewContact {
    plans = List.copyOf(plans);
    expected = Set.copyOf(expected);
  }

  /** A single one of one child, as its plan says. */
  public static NewContact of(
      PlanId plan, Slot slot, Place place, StaffId facilitator, Set<PlanPersonId> expected) {
    return new NewContact(
        List.of(plan), null, slot, place, null, facilitator, expected, null, null);
  }

  /** The same by these plans. */
  public NewContact of(List<PlanId> others) {
    return new NewContact(
        others, form, slot, place, placeWords, facilitator, expected, series, insteadOf);
  }

  /** The same at another time. */
  public NewContact at(Slot other) {
    return new NewContact(
        plans, form, other, place, placeWords, facilitator, expected, series, insteadOf);
  }

  /** The same among those of a series. */
  public NewContact in(UUID ofSeries) {
    return new NewContact(
        plans, form, slot, place, placeWords, facilitator, expected, ofSeries, insteadOf);
  }
}
