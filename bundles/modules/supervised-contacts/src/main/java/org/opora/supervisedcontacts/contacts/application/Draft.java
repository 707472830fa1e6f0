package org.opora.supervisedcontacts.contacts.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.supervisedcontacts.contacts.domain.Joint;
import org.opora.supervisedcontacts.contacts.domain.Place;
import org.opora.supervisedcontacts.contacts.domain.Span;
import org.opora.supervisedcontacts.plans.domain.ContactForm;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.PlanPerson;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.plans.domain.TogetherId;

/**
 * A contact while it is looked at whether it may be: with its plans, and with those who are to
 * come.
 *
 * @param plans of its children, one of each
 * @param expected whom they are to meet
 */
record Draft(
    List<ContactPlan> plans,
    ContactForm form,
    Span span,
    Place place,
    StaffId facilitator,
    List<Joint> expected) {

  /** Those of these who are expected, each once. */
  static List<Joint> expected(Collection<Joint> all, Collection<PlanPersonId> ticked) {
    List<Joint> expected = new ArrayList<>();
    for (Joint one : all) {
      if (one.as().stream().map(PlanPerson::id).anyMatch(ticked::contains)) {
        expected.add(one);
      }
    }
    return expected;
  }

  /** On which it begins, where the centre is. */
  LocalDate day() {
    return span.day();
  }

  List<PersonId> children() {
    return plans.stream().map(ContactPlan::child).toList();
  }

  /** Groups of siblings with whom somebody who comes may only be together. */
  List<TogetherId> together() {
    return expected.stream()
        .flatMap(one -> one.as().stream())
        .map(PlanPerson::together)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
