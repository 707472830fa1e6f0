package org.opora.supervisedcontacts.contacts.application;

import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opora.api.ids.Ids;
import org.opora.supervisedcontacts.contacts.application.ContactDoors.Held;
import org.opora.supervisedcontacts.contacts.domain.Attendance;
import org.opora.supervisedcontacts.contacts.domain.AttendsAs;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.contacts.domain.Joint;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.domain.PlanPerson;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;

/** Who is invited to a contact, each once, under all the plans that name them. */
record Invitations(BookingCheck check) {

  void write(EntityManager em, Contact contact, List<ContactChild> children, List<Joint> expected) {
    write(em, contact, children, expected, Map.of());
  }

  /**
   * These and nobody else.
   *
   * @param onTheDay whether it stays on its day: when those came and left who stay invited stays
   *     with them then
   */
  void become(EntityManager em, Held held, List<Joint> expected, boolean onTheDay) {
    Map<PlanPersonId, Attendance> before = onTheDay ? byPerson(held) : Map.of();
    held.named().forEach(em::remove);
    em.flush();
    held.attendance().forEach(em::remove);
    write(em, held.contact(), held.children(), expected, before);
  }

  private static Map<PlanPersonId, Attendance> byPerson(Held held) {
    Map<UUID, Attendance> all =
        held.attendance().stream().collect(Collectors.toMap(Attendance::id, Function.identity()));
    Map<PlanPersonId, Attendance> before = new HashMap<>();
    held.named().forEach(as -> before.put(as.planPerson(), all.get(as.attendance())));
    return before;
  }

  private static void write(
      EntityManager em,
      Contact contact,
      List<ContactChild> children,
      List<Joint> expected,
      Map<PlanPersonId, Attendance> before) {
    Map<PlanId, ContactChildId> byPlan =
        children.stream().collect(Collectors.toMap(ContactChild::plan, ContactChild::id));
    for (Joint one : expected) {
      Attendance attendance = new Attendance(Ids.next(), contact.id(), one.person());
      one.as().stream()
          .map(person -> before.get(person.id()))
          .filter(Objects::nonNull)
          .findFirst()
          .ifPresent(known -> attendance.there(known.cameAt(), known.leftAt()));
      em.persist(attendance);
      em.flush();
      for (PlanPerson as : one.as()) {
        em.persist(new AttendsAs(attendance, byPlan.get(as.plan()), as.id()));
      }
    }
  }

  /** Who is invited already, also whom a plan has come to forbid since. */
  List<Joint> of(EntityManager em, Held held, List<ContactPlan> plans) {
    Map<UUID, PlanPerson> people =
        check.named(em, plans).stream()
            .flatMap(one -> one.as().stream())
            .collect(Collectors.toMap(person -> person.id().value(), Function.identity()));
    return held.attendance().stream()
        .map(
            one ->
                held.named().stream()
                    .filter(as -> as.attendance().equals(one.id()))
                    .map(as -> people.get(as.planPerson().value()))
                    .sorted(Comparator.comparing(person -> person.id().value()))
                    .toList())
        .map(Joint::new)
        .toList();
  }
}
