package org.opora.supervisedcontacts.meeting.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.overrides.Because;
import org.opora.api.overrides.Reason;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.contacts.application.ContactView;
import org.opora.supervisedcontacts.contacts.application.NewContact;
import org.opora.supervisedcontacts.contacts.application.Whom;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.contacts.domain.Onward;
import org.opora.supervisedcontacts.contacts.domain.Place;
import org.opora.supervisedcontacts.meeting.domain.StepKind;
import org.opora.supervisedcontacts.plans.domain.TogetherId;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.supervisedcontacts.shared.application.MeetingHouse;
import org.opora.testkit.OnEveryDatabase;

/** Two siblings whom their mother may only meet together, and one of them does not come. */
class SiblingsAtAMeetingTest {
  private record Scene(
      MeetingHouse house, Viewer facilitator, Case ema, ContactId contact, ContactChildId there) {}

  private static Scene oneIsMissing(Product product) {
    MeetingHouse house = new MeetingHouse(product);
    Centre centre = house.centre;
    Case ema = centre.opened();
    Case jan = centre.opened();
    PersonId mother =
        centre.register.person(centre.director, "Lenka", "Slavíková", LocalDate.of(1990, 2, 3));
    TogetherId both = centre.together(ema.family().child(), jan.family().child());
    centre.known(ema, mother, both);
    centre.known(jan, mother, both);
    Viewer facilitator = centre.viewer("facilitator");
    ContactId contact =
        centre.bookings.book(
            centre.director,
            new NewContact(
                List.of(ema.plan(), jan.plan()),
                null,
                house.soon(),
                Place.in(centre.room()),
                null,
                facilitator.staff(),
                centre.allowed(ema),
                null,
                null),
            null);
    ContactChildId there =
        centre.views.view(centre.director, contact).children().stream()
            .filter(part -> part.row().plan().equals(ema.plan().value()))
            .map(ContactView.Part::id)
            .findFirst()
            .orElseThrow();
    house.desk.arrived(facilitator, contact, List.of(Whom.child(there), house.mother(ema)));
    return new Scene(house, facilitator, ema, contact, there);
  }

  @OnEveryDatabase
  void itIsAskedHowItGoesOnAndTheChildIsAlone(Product product) {
    Scene scene = oneIsMissing(product);
    try (MeetingHouse house = scene.house()) {
      assertEquals(
          "onward: record.together",
          Centre.refusal(() -> house.desk.begin(scene.facilitator(), scene.contact(), null, null)));
      house.desk.begin(scene.facilitator(), scene.contact(), Onward.CHILDREN_ALONE, null);
      house.desk.note(
          scene.facilitator(),
          scene.contact(),
          UUID.randomUUID(),
          StepKind.NOTE,
          Set.of(),
          "Maluje sama.");
      house.desk.end(scene.facilitator(), scene.contact());
      MeetingView over = house.meetings.view(scene.facilitator(), scene.contact());
      assertEquals(ContactState.HELD, over.contact().row().state());
      assertEquals(Onward.CHILDREN_ALONE, over.contact().onward());
      assertTrue(over.contact().people().get(0).came());
      assertFalse(over.contact().people().get(0).met(), "she came and did not meet her");
      assertEquals(
          1,
          house.meetings.ofChild(scene.facilitator(), scene.there()).steps().size(),
          "it is about the child who is there");
    }
  }

  @OnEveryDatabase
  void itGoesOnAllTheSameForAReasonThatIsAskedForOnce(Product product) {
    Scene scene = oneIsMissing(product);
    try (MeetingHouse house = scene.house()) {
      assertEquals(
          "despite: rule.together.against",
          Centre.refusal(
              () ->
                  house.desk.begin(
                      scene.facilitator(), scene.contact(), Onward.ALL_THE_SAME, null)));
      house.desk.begin(
          scene.facilitator(),
          scene.contact(),
          Onward.ALL_THE_SAME,
          new Because(Reason.CHILD_INTEREST, "Ema na maminku čekala"));
      house.desk.end(scene.facilitator(), scene.contact());
      assertTrue(
          house
              .meetings
              .view(scene.facilitator(), scene.contact())
              .contact()
              .people()
              .get(0)
              .met());
    }
  }

  @OnEveryDatabase
  void itIsStoppedAtOnce(Product product) {
    Scene scene = oneIsMissing(product);
    try (MeetingHouse house = scene.house()) {
      house.desk.begin(scene.facilitator(), scene.contact(), Onward.STOP, null);
      assertEquals(
          ContactState.STOPPED,
          house.centre.views.view(scene.facilitator(), scene.contact()).row().state());
    }
  }
}
