package org.opora.supervisedcontacts.contacts.application;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Rooms;
import org.opora.api.choices.Choices;
import org.opora.api.files.CaseFiles;
import org.opora.api.house.Settings;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.People;
import org.opora.api.people.PersonName;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.persistence.SiblingPlans;
import org.opora.supervisedcontacts.plans.application.Plans;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.Places;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.domain.PlanPerson;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.plans.domain.Standing;
import org.opora.supervisedcontacts.plans.persistence.PlanQueries;
import org.opora.supervisedcontacts.shared.application.ContactDoor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What whoever books a contact by a plan can choose from. */
@Component(service = BookingOffers.class)
public final class BookingOffers {
  private final Transactions transactions;
  private final Access access;
  private final ContactDoors doors;
  private final People people;
  private final Rooms rooms;
  private final Choices choices;
  private final CaseFiles files;
  private final ContactFigures figures;
  private final Facilitators facilitators;

  @Activate
  public BookingOffers(
      @Reference(target = "(opora.unit=supervised-contacts)") Transactions transactions,
      @Reference Access access,
      @Reference Colleagues colleagues,
      @Reference People people,
      @Reference Staff staff,
      @Reference Rooms rooms,
      @Reference Choices choices,
      @Reference CaseFiles files,
      @Reference Settings settings) {
    this.transactions = transactions;
    this.access = access;
    this.doors = new ContactDoors(new ContactDoor(access, people));
    this.people = people;
    this.rooms = rooms;
    this.choices = choices;
    this.files = files;
    this.figures = new ContactFigures(settings);
    this.facilitators = new Facilitators(colleagues, staff, doors.door());
  }

  /**
   * What is offered.
   *
   * @param rooms of the house, by name
   * @param places outside of it, in the order of the centre
   * @param staff who can assist, by name
   * @param keyWorker of the family, where the centre does not want them to assist; null otherwise
   * @param siblings children whom somebody may meet who may meet this one; empty when there are
   *     none
   * @param together people of the plan who may meet the child only with all siblings
   */
  public record Offer(
      List<Rooms.Offer> rooms,
      List<Choices.Term> places,
      List<Assistant> staff,
      StaffId keyWorker,
      List<Sibling> siblings,
      Set<PlanPersonId> together) {}

  /** Somebody who can assist. */
  public record Assistant(StaffId id, String name) {}

  /**
   * Another child.
   *
   * @param name null when the viewer may not see it
   */
  public record Sibling(PlanId plan, PersonName name) {}

  /**
   * @throws org.opora.api.faults.NotFound when the viewer may not know of the child
   */
  public Offer of(Viewer viewer, PlanId id) {
    return transactions.read(
        em -> {
          ContactPlan plan = Plans.find(em, id);
          doors.requirePlans(viewer, SupervisedContactsModule.WRITE, List.of(plan));
          List<PlanPerson> named = PlanQueries.people(em, List.of(id.value()));
          return new Offer(
              rooms.inUse(),
              choices.offered(Places.LIST, viewer.today()).stream()
                  .filter(term -> !term.code().equals(Places.CENTRE))
                  .toList(),
              facilitators.offered(viewer).stream()
                  .map(one -> new Assistant(one.id(), one.name()))
                  .toList(),
              keyWorker(viewer, plan),
              siblings(em, viewer, plan, named),
              together(named));
        });
  }

  private StaffId keyWorker(Viewer viewer, ContactPlan plan) {
    if (figures.keyWorkerAssists(viewer.today())) {
      return null;
    }
    CaseFiles.Header header = files.headers(viewer, List.of(plan.caseFile())).get(plan.caseFile());
    return header == null ? null : header.keyWorker();
  }

  private static Set<PlanPersonId> together(Collection<PlanPerson> named) {
    Set<PlanPersonId> together = new HashSet<>();
    named.stream()
        .filter(person -> person.together() != null)
        .forEach(person -> together.add(person.id()));
    return together;
  }

  private List<Sibling> siblings(
      EntityManager em, Viewer viewer, ContactPlan plan, Collection<PlanPerson> named) {
    Set<UUID> allowed = new HashSet<>();
    named.stream()
        .filter(person -> person.standing() == Standing.ALLOWED)
        .map(PlanPerson::person)
        .filter(Objects::nonNull)
        .forEach(person -> allowed.addAll(keys(person)));
    Map<PlanId, PersonId> others = new LinkedHashMap<>();
    new SiblingPlans(em, access.scope(viewer, SupervisedContactsModule.WRITE))
        .of(allowed, keys(plan.child()), viewer.today())
        .forEach(row -> others.put(new PlanId(row.plan()), new PersonId(row.child())));
    Map<PersonId, PersonName> names = people.names(viewer, others.values());
    return others.entrySet().stream()
        .map(one -> new Sibling(one.getKey(), names.get(one.getValue())))
        .toList();
  }

  private Set<UUID> keys(PersonId person) {
    Set<UUID> keys = new HashSet<>();
    people.idsOf(person).forEach(key -> keys.add(key.value()));
    return keys;
  }
}
