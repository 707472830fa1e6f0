package org.opora.supervisedcontacts.plans.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.opora.api.choices.Choices;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.api.safety.Safety;
import org.opora.supervisedcontacts.plans.domain.Basis;
import org.opora.supervisedcontacts.plans.domain.ContactForm;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.plans.domain.ReleaseId;
import org.opora.supervisedcontacts.plans.domain.ReleaseState;
import org.opora.supervisedcontacts.plans.domain.Standing;
import org.opora.supervisedcontacts.plans.persistence.PlanRow;

/**
 * A plan with its people, as a page shows it.
 *
 * @param childName null when the viewer may not see the name
 * @param alerts what whoever meets the child must know
 * @param places in the order of the list; empty when anywhere
 * @param languages null when it is no question
 * @param conditions null when there are none
 */
public record PlanView(
    PlanRow row,
    PersonName childName,
    List<Safety.Alert> alerts,
    List<Choices.Term> places,
    String languages,
    String conditions,
    List<Person> people) {

  /**
   * A person the plan names.
   *
   * @param person in the register; null when it is nobody there, or the viewer may not see them
   * @param registered whether the register knows them
   * @param forbiddenBy reference of the decision by which the person is forbidden; null when there
   *     is none
   * @param together siblings who must be there, too
   */
  public record Person(
      PlanPersonId id,
      PersonId person,
      boolean registered,
      String name,
      Choices.Term kin,
      Standing standing,
      Basis forbiddenOn,
      String forbiddenBy,
      List<Sibling> together) {
    /** Whether the person may be met only with all of these siblings there. */
    public boolean onlyTogether() {
      return !together.isEmpty();
    }
  }

  /**
   * @param name null when the viewer may not see the child
   */
  public record Sibling(PersonId person, PersonName name) {}

  /** How a plan read before it was changed, and who changed it. */
  public record Former(
      int wording,
      Basis basis,
      String basisReference,
      LocalDate validFrom,
      LocalDate validUntil,
      ContactForm form,
      Integer everyWeeks,
      int minutes,
      List<Choices.Term> places,
      String languages,
      String conditions,
      LocalDate reviewOn,
      List<FormerPerson> people,
      String by,
      Instant at) {}

  /** What somebody might then. */
  public record FormerPerson(String name, Choices.Term kin, Standing standing, boolean together) {}

  /**
   * That somebody is, or was, to be taken off the forbidden list.
   *
   * @param why null when the viewer reads no words
   * @param own whether the viewer asked
   * @param decidedBy null while it is open
   */
  public record Release(
      ReleaseId id,
      long version,
      PlanPersonId person,
      String name,
      ReleaseState state,
      String why,
      String askedBy,
      Instant askedAt,
      boolean own,
      String decidedBy,
      Instant decidedAt,
      String decided) {
    public boolean open() {
      return state == ReleaseState.PROPOSED;
    }
  }

  public List<Person> allowed() {
    return people.stream().filter(person -> person.standing() == Standing.ALLOWED).toList();
  }

  public List<Person> forbidden() {
    return people.stream().filter(person -> person.standing() == Standing.FORBIDDEN).toList();
  }

  /** Whom the child may meet only together with siblings. */
  public List<Person> onlyTogether() {
    return allowed().stream().filter(Person::onlyTogether).toList();
  }
}
