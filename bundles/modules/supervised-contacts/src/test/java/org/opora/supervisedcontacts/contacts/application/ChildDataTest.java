package org.opora.supervisedcontacts.contacts.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.opora.api.ids.PersonId;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.people.spi.PersonDataOwner.Fact;
import org.opora.api.people.spi.PersonDataOwner.Review;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.plans.application.PlanView;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.testkit.OnEveryDatabase;

/** What a child is told, what is looked at first, and what stays when the words go. */
class ChildDataTest {
  @OnEveryDatabase
  void theExtractSaysWhatThereIsAndWordsAreLookedAtFirst(Product product) {
    try (Centre centre = new Centre(product)) {
      Case opened = centre.opened();
      ContactId cancelled = cancelled(centre, opened);
      ContactId held = held(centre, opened);
      PersonDataOwner data = centre.personData();
      Set<PersonId> child = Set.of(opened.family().child());
      assertEquals(3, data.count(child));
      assertEquals(
          List.of(
              "person-data.plan 2026-09-01 – 2027-08-31",
              "person-data.contact.HELD " + Centre.TODAY,
              "person-data.contact.CANCELLED " + Centre.TODAY.plusDays(1)),
          data.export(child).stream().map(ChildDataTest::said).toList());
      assertEquals(
          List.of(
              opened.plan().value(),
              centre.part(opened.worker(), held).row().key(),
              centre.part(opened.worker(), cancelled).row().key()),
          data.review(child).stream().map(Review::record).toList());
      Set<PersonId> mother = Set.of(opened.family().carer());
      assertEquals(0, data.count(mother));
      assertEquals(List.of(), data.export(mother));
      assertEquals(List.of(), data.review(Set.of()));
    }
  }

  @OnEveryDatabase
  void wordsAndNamesGoAndWhatWasCountedStays(Product product) {
    try (Centre centre = new Centre(product)) {
      Case opened = centre.opened();
      Case other = centre.opened();
      ContactId cancelled = cancelled(centre, opened);
      ContactId held = held(centre, opened);
      Set<PersonId> child = Set.of(opened.family().child());
      centre.personData().erase(child);
      PlanView plan = centre.planReader.view(opened.worker(), opened.plan());
      assertNull(plan.conditions());
      assertNull(plan.row().basisReference());
      assertEquals(List.of("–", "–"), plan.people().stream().map(PlanView.Person::name).toList());
      assertNull(centre.part(opened.worker(), held).record());
      assertNull(centre.part(opened.worker(), cancelled).reason());
      assertEquals(List.of(), centre.story(opened.worker(), opened));
      assertEquals(3, centre.personData().count(child));
      PlanView untouched = centre.planReader.view(other.worker(), other.plan());
      assertEquals(Centre.TERMS.conditions(), untouched.conditions());
      assertFalse(centre.story(other.worker(), other).isEmpty());
      assertTrue(
          centre.views.view(opened.worker(), held).people().stream().allMatch(one -> one.came()),
          "whether somebody came is counted");
    }
  }

  private static ContactId held(Centre centre, Case opened) {
    ContactId id =
        centre.book(
            opened,
            centre.room(),
            centre.viewer("key-worker").staff(),
            centre.slot(Centre.TODAY, "09:00", "10:30"));
    centre.held(opened.worker(), id, centre.allowed(opened));
    centre.formerly(opened.worker(), id, "a", "b", "c");
    return id;
  }

  private static ContactId cancelled(Centre centre, Case opened) {
    ContactId id = centre.booked(opened, centre.viewer("key-worker"));
    long version = centre.views.view(opened.worker(), id).row().version();
    centre.cancel(
        opened.worker(),
        id,
        version,
        CancelledBy.values()[0],
        centre.director.now(),
        "Matka je nemocná.");
    return id;
  }

  private static String said(Fact fact) {
    return fact.label().key() + " " + fact.value();
  }
}
