package org.opora.supervisedcontacts.contacts.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.NotFound;
import org.opora.api.safety.Safety;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.Place;
import org.opora.supervisedcontacts.contacts.domain.StaffEffort;
import org.opora.supervisedcontacts.contacts.domain.Teller;
import org.opora.supervisedcontacts.contacts.domain.Telling;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.testkit.OnEveryDatabase;

/** Who sees what: those of the case, and nobody through a wall. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoSeesWhatTest {
  @Parameter Product product;
  private Centre centre;

  @BeforeParameterizedClassInvocation
  void open() {
    centre = new Centre(product);
  }

  @AfterParameterizedClassInvocation
  void close() {
    centre.close();
  }

  @Test
  void whoIsNotOfTheCaseSeesAndDoesNothing() {
    Case opened = centre.opened();
    ContactId contact = centre.booked(opened, centre.director);
    Viewer stranger = centre.viewer("key-worker");
    nothing(NotFound.class, stranger, opened, contact);
    assertTrue(
        centre.audited(stranger, SupervisedContactsModule.READ, opened.childFile()) > 0,
        "the refusal is in the trail");
    nothing(NotAllowed.class, centre.viewer("it-administrator"), opened, contact);
  }

  @Test
  void aWallClosesTheChildsContactsWhereverItStands() {
    Case opened = centre.opened();
    ContactId contact = centre.booked(opened, centre.viewer("key-worker"));
    for (Subject subject :
        List.of(
            opened.subject(),
            Subject.of(opened.family().file()),
            Subject.of(opened.family().child()))) {
      Viewer director = centre.viewer("director");
      Viewer facilitator = centre.viewer("key-worker");
      centre.book(
          opened,
          centre.room(),
          facilitator.staff(),
          centre.slot(Centre.TODAY.plusDays(7 + subject.kind().ordinal()), "14:00", "15:00"));
      for (Viewer viewer : List.of(director, facilitator)) {
        centre.views.view(viewer, contact);
        centre.wall(viewer, subject);
        nothing(NotFound.class, viewer, opened, contact);
      }
    }
  }

  /** The line in the story of the child is closed with what it tells of. */
  @Test
  void aWallAtTheChildClosesTheLinesOfTheStory() {
    Case opened = centre.opened();
    Viewer director = centre.viewer("director");
    assertEquals(1, centre.story(director, opened).size());
    centre.wall(director, Subject.of(opened.family().child()));
    assertEquals(List.of(), centre.story(director, opened));
  }

  @Test
  void whoeverReadsInAnEmergencyChangesNothing() {
    Case opened = centre.opened();
    ContactId contact = centre.booked(opened, centre.viewer("key-worker"));
    Viewer stranger = centre.viewer("key-worker");
    lend(stranger, opened, RelationKind.EMERGENCY);
    assertNotNull(centre.views.view(stranger, contact));
    assertNotNull(centre.planReader.view(stranger, opened.plan()));
    nothingWritten(NotAllowed.class, stranger, opened, contact);
  }

  /** What the row of the table gives an inspector they read, also where the word says "record". */
  @Test
  void anInspectorReadsWhatWasObservedAndChangesNothing() {
    Case opened = centre.opened();
    ContactId contact =
        centre.book(
            opened,
            centre.room(),
            centre.viewer("key-worker").staff(),
            centre.slot(Centre.TODAY, "09:00", "10:30"));
    centre.held(opened.worker(), contact, centre.allowed(opened));
    centre.formerly(opened.worker(), contact, "a", "b", "c");
    Viewer inspector = centre.viewer("inspector");
    denied(NotFound.class, () -> centre.views.view(inspector, contact));
    lend(inspector, opened, RelationKind.INSPECTOR);
    assertEquals("b", centre.part(inspector, contact).record().during());
    nothingWritten(NotAllowed.class, inspector, opened, contact);
    Viewer stranger = centre.viewer("key-worker");
    lend(stranger, opened, RelationKind.EMERGENCY);
    assertNull(centre.part(stranger, contact).record(), "an emergency opens no record");
  }

  private void lend(Viewer viewer, Case opened, RelationKind kind) {
    centre
        .register
        .house
        .relations()
        .lend(
            viewer.staff(),
            opened.subject(),
            kind,
            Centre.TODAY,
            null,
            viewer.now().plusSeconds(3600),
            "case-registry:" + opened.plan());
  }

  @Test
  void whoeverMeetsTheChildIsWarned() {
    Case opened = centre.opened();
    Viewer facilitator = centre.viewer("key-worker");
    ContactId contact = centre.booked(opened, facilitator);
    centre.register.safety.raise(
        centre.director,
        opened.family().child(),
        new Safety.NewNotice(
            Safety.Kind.ALLERGY, "Arašídy", null, "Volat vedoucí", Centre.TODAY, null));
    for (Viewer viewer : List.of(centre.director, facilitator)) {
      assertEquals(
          List.of("Arašídy"),
          centre.part(viewer, contact).alerts().stream().map(Safety.Alert::what).toList());
    }
    assertEquals(
        1,
        centre.planReader.of(centre.director, List.of(opened.childFile())).get(0).alerts().size());
  }

  @Test
  void aWallIsNotOpenedByABooking() {
    for (int where = 0; where < 3; where++) {
      Case opened = centre.opened();
      Viewer facilitator = centre.viewer("key-worker");
      List<Subject> subjects =
          List.of(
              opened.subject(),
              Subject.of(opened.family().file()),
              Subject.of(opened.family().child()));
      centre.wall(facilitator, subjects.get(where));
      assertEquals(
          "staff: book.facilitator.not-able",
          Centre.refusal(() -> centre.booked(opened, facilitator)));
    }
  }

  @Test
  void aWallWhoseLastDayIsOverHindersNoBooking() {
    Case opened = centre.opened();
    Viewer facilitator = centre.viewer("key-worker");
    centre.wall(facilitator, opened.subject());
    centre.until(facilitator, opened.subject(), Centre.TODAY);
    assertEquals(
        "staff: book.facilitator.not-able",
        Centre.refusal(() -> centre.booked(opened, facilitator)));
    centre.until(facilitator, opened.subject(), Centre.TODAY.minusDays(1));
    assertNotNull(centre.booked(opened, facilitator));
  }

  /** None of the doors of the module opens, and no list shows the contact. */
  private void nothing(
      Class<? extends RuntimeException> denial, Viewer viewer, Case opened, ContactId contact) {
    assertFalse(
        centre.reader.list(viewer, false, null, 100).items().stream()
            .anyMatch(line -> line.row().childFile().equals(opened.childFile().value())));
    assertFalse(
        centre.reader.list(viewer, true, null, 100).items().stream()
            .anyMatch(line -> line.row().childFile().equals(opened.childFile().value())));
    assertEquals(List.of(), centre.reader.of(viewer, List.of(opened.childFile())));
    assertEquals(List.of(), centre.planReader.of(viewer, List.of(opened.childFile())));
    denied(denial, () -> centre.views.view(viewer, contact));
    denied(denial, () -> centre.planReader.view(viewer, opened.plan()));
    nothingWritten(denial, viewer, opened, contact);
  }

  private void nothingWritten(
      Class<? extends RuntimeException> denial, Viewer viewer, Case opened, ContactId contact) {
    int plans = centre.planReader.of(centre.director, List.of(opened.childFile())).size();
    assertThrows(
        RuntimeException.class,
        () ->
            centre.plans.make(
                viewer,
                opened.family().file(),
                opened.family().child(),
                Centre.TERMS,
                List.of(Centre.MOTHER)));
    assertEquals(plans, centre.planReader.of(centre.director, List.of(opened.childFile())).size());
    denied(
        denial,
        () ->
            centre.plans.change(viewer, opened.plan(), 1, Centre.TERMS, Map.of(), List.of(), null));
    NewContact wanted =
        NewContact.of(
            opened.plan(),
            centre.slot(Centre.TODAY.plusDays(30), "14:00", "15:00"),
            Place.in(centre.room()),
            viewer.staff(),
            centre.allowed(opened));
    denied(denial, () -> centre.bookings.book(viewer, wanted, null));
    denied(denial, () -> centre.bookings.change(viewer, contact, 1, wanted, null));
    denied(denial, () -> centre.bookings.against(viewer, null, wanted));
    denied(denial, () -> centre.bookings.move(viewer, contact, wanted.slot(), centre.room(), null));
    denied(denial, () -> centre.offers.of(viewer, opened.plan()));
    ContactChildId part = centre.part(centre.director, contact).id();
    denied(
        denial,
        () ->
            centre.contacts.held(
                viewer,
                contact,
                1,
                new Contacts.There(Set.of(part), centre.allowed(opened), null),
                Contacts.Lasted.AS_PLANNED,
                null));
    denied(
        denial,
        () ->
            centre.cancellations.missed(
                viewer,
                contact,
                1,
                new Cancellations.NoShow(Set.of(part), Set.of(), 60, null, StaffEffort.NONE)));
    denied(
        denial,
        () ->
            centre.cancellations.tell(
                viewer,
                part,
                1,
                new Cancellations.Told(Teller.CARER, viewer.now(), Telling.IN_PERSON, "Plakal.")));
    denied(
        denial, () -> centre.cancel(viewer, contact, 1, CancelledBy.CENTRE, viewer.now(), "Omyl."));
  }

  private static void denied(Class<? extends RuntimeException> denial, Executable act) {
    assertEquals(denial, assertThrows(RuntimeException.class, act).getClass());
  }
}
