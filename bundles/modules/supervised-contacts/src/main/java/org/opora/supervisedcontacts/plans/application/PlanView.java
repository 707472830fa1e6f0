package org.opora.supervisedcontacts.plans.application;

import java.util.List;
import org.opora.api.choices.Choices;
import org.opora.api.people.PersonName;
import org.opora.api.safety.Safety;
import org.opora.supervisedcontacts.contacts.persistence.ContactRow;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.plans.domain.Standing;
import org.opora.supervisedcontacts.plans.persistence.PlanRow;

/**
 * A plan with its people, as a page shows it.
 *
 * @param childName null when the viewer may not see the name
 * @param alerts what whoever meets the child must know
 * @param conditions null when there are none
 * @param last the contact with the latest start that was not cancelled; null when there is none
 * @param against planned contacts with people whom the plan has come to forbid, the nearest first
 */
public record PlanView(
    PlanRow row,
    PersonName childName,
    List<Safety.Alert> alerts,
    String conditions,
    List<Person> people,
    ContactRow last,
    List<ContactRow> against) {

  /** A person the plan names. */
  public record Person(PlanPersonId id, String name, Choices.Term kin, Standing standing) {}

  public List<Person> allowed() {
    return people.stream().filter(person -> person.standing() == Standing.ALLOWED).toList();
  }

  public List<Person> forbidden() {
    return people.stream().filter(person -> person.standing() == Standing.FORBIDDEN).toList();
  }
}
