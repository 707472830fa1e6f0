package org.opora.supervisedcontacts.contacts.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.PersonId;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.calendar.appointments.persistence.CalendarSchema;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.register.Register;
import org.opora.registry.register.Register.Family;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.plans.application.PlanView;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.supervisedcontacts.shared.persistence.SupervisedContactsSchema;
import org.opora.testkit.OnEveryDatabase;

/**
 * Two entries of one child, before the module came and after: nothing lost, nothing left behind.
 */
class OnePersonTest {
  @OnEveryDatabase
  void plansAndContactsAreOfTheOneChildAndThenOfTheTwoAgain(Product product) {
    try (Centre centre = new Centre(product)) {
      Case one = centre.opened();
      Case other = centre.opened();
      ContactId first = centre.booked(one, centre.viewer("key-worker"));
      ContactId second = centre.booked(other, centre.viewer("key-worker"));
      together(centre, one, other, List.of(first, second));
    }
  }

  @OnEveryDatabase
  void aModuleThatComesLaterKnowsTheOneChildAtOnce(Product product) {
    Register register = new Register(product, new CalendarSchema());
    Viewer director = register.viewer("director");
    Viewer hers = register.viewer("key-worker", new SupervisedContactsModule());
    Viewer his = register.viewer("key-worker", new SupervisedContactsModule());
    Family one = register.family(director, hers, "Stejná");
    Family other = register.family(director, his, "Táž");
    register.same.declare(director, other.child(), one.child());
    register.house.database().add(new SupervisedContactsSchema());
    try (Centre centre = new Centre(register)) {
      Case first = centre.opened(hers, one);
      Case second = centre.opened(his, other);
      ContactId booked = centre.booked(first, centre.viewer("key-worker"));
      Viewer facilitator = centre.viewer("key-worker");
      assertEquals(
          "people: collision.person-taken",
          Centre.refusal(() -> centre.booked(second, facilitator)),
          "one child is in one place");
      ContactId again =
          centre.book(
              second,
              centre.room(),
              facilitator.staff(),
              centre.slot(Centre.TODAY.plusDays(1), "15:00", "16:00"));
      PersonDataOwner data = centre.personData();
      for (PersonId child : List.of(one.child(), other.child())) {
        Set<PersonId> known = register.people.idsOf(child);
        assertEquals(Set.of(one.child(), other.child()), known);
        assertEquals(4, data.count(known), "two plans and two contacts");
        assertEquals(4, data.export(known).size());
      }
      register.same.undo(director, other.child());
      for (Case each : List.of(first, second)) {
        assertEquals(2, data.count(Set.of(each.family().child())), "each has its own again");
        assertEquals(
            each.family().child().value(),
            centre.planReader.view(each.worker(), each.plan()).row().child());
      }
      together(centre, first, second, List.of(booked, again));
    }
  }

  @OnEveryDatabase
  void aWallAtEitherEntryClosesTheContactsOfTheOneChild(Product product) {
    try (Centre centre = new Centre(product)) {
      Register register = centre.register;
      Case one = centre.opened();
      Case other = centre.opened();
      Case third = centre.opened();
      ContactId contact = centre.booked(one, centre.viewer("key-worker"));
      register.same.declare(centre.director, one.family().child(), other.family().child());
      register.same.declare(centre.director, third.family().child(), other.family().child());
      for (Case at : List.of(one, other, third)) {
        Viewer kept = centre.viewer("director");
        centre.views.view(kept, contact);
        centre.wall(kept, Subject.of(at.family().child()));
        assertThrows(NotFound.class, () -> centre.views.view(kept, contact));
        assertThrows(NotFound.class, () -> centre.planReader.view(kept, one.plan()));
        assertEquals(List.of(), centre.reader.of(kept, List.of(one.childFile())));
        assertEquals(List.of(), centre.planReader.of(kept, List.of(one.childFile())));
        assertEquals(List.of(), centre.reader.list(kept, false, null, 100).items());
        Viewer facilitator = centre.viewer("key-worker");
        centre.wall(facilitator, Subject.of(at.family().child()));
        assertEquals(
            "staff: book.facilitator.not-able",
            Centre.refusal(
                () ->
                    centre.book(
                        one,
                        centre.room(),
                        facilitator.staff(),
                        centre.slot(Centre.TODAY.plusDays(9), "14:00", "15:00"))));
      }
      Viewer kept = centre.viewer("director");
      centre.wall(kept, Subject.of(third.family().child()));
      register.same.undo(centre.director, third.family().child());
      assertEquals(contact.value(), centre.views.view(kept, contact).row().id(), "they are two");
      assertEquals(1, centre.reader.of(kept, List.of(one.childFile())).size());
      inAChain(centre, one, other, third);
    }
  }

  /** The first two are one child; that child turns out to be the third one, and then not. */
  private static void inAChain(Centre centre, Case one, Case other, Case third) {
    Register register = centre.register;
    PersonDataOwner data = centre.personData();
    PersonId child = one.family().child();
    Set<PersonId> two = register.people.idsOf(child);
    long ofTwo = data.count(two);
    long ofThird = data.count(Set.of(third.family().child()));
    List<PlanView> before = views(centre, one, other);
    register.same.declare(centre.director, other.family().child(), third.family().child());
    assertEquals(ofTwo + ofThird, data.count(register.people.idsOf(child)));
    assertEquals(before, views(centre, one, other));
    register.same.undo(centre.director, other.family().child());
    assertEquals(two, register.people.idsOf(child), "the two are still one");
    assertEquals(ofTwo, data.count(register.people.idsOf(child)));
    assertEquals(ofThird, data.count(register.people.idsOf(third.family().child())));
    assertEquals(before, views(centre, one, other));
  }

  /** Declares them one person and takes it back. */
  private static void together(Centre centre, Case one, Case other, List<ContactId> contacts) {
    Register register = centre.register;
    PersonDataOwner data = centre.personData();
    PersonId child = one.family().child();
    PersonId same = other.family().child();
    long ofOne = data.count(Set.of(child));
    long ofOther = data.count(Set.of(same));
    assertTrue(ofOne > 0 && ofOther > 0);
    List<PlanView> before = views(centre, one, other);
    List<ContactView> booked = booked(centre, contacts);

    register.same.declare(centre.director, same, child);
    for (PersonId entry : List.of(child, same)) {
      Set<PersonId> known = register.people.idsOf(entry);
      assertEquals(ofOne + ofOther, data.count(known), "nothing is lost");
      assertEquals(ofOne + ofOther, data.export(known).size());
    }
    assertEquals(before, views(centre, one, other), "each family goes on with its own plan");
    assertEquals(booked, booked(centre, contacts));

    register.same.undo(centre.director, same);
    assertEquals(ofOne, data.count(register.people.idsOf(child)), "nothing is left behind");
    assertEquals(ofOther, data.count(register.people.idsOf(same)));
    assertEquals(before, views(centre, one, other));
    assertEquals(booked, booked(centre, contacts));
  }

  private static List<PlanView> views(Centre centre, Case one, Case other) {
    return List.of(
        centre.planReader.view(one.worker(), one.plan()),
        centre.planReader.view(other.worker(), other.plan()));
  }

  private static List<ContactView> booked(Centre centre, List<ContactId> contacts) {
    return contacts.stream().map(id -> centre.views.view(centre.director, id)).toList();
  }
}
