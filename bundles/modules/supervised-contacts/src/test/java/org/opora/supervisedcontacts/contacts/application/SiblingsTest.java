package org.opora.supervisedcontacts.contacts.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.Fact;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.AppointmentId;
import org.opora.api.ids.PersonId;
import org.opora.api.overrides.Because;
import org.opora.api.overrides.Reason;
import org.opora.api.persistence.Transactions;
import org.opora.api.statistics.Period;
import org.opora.calendar.CalendarModule;
import org.opora.calendar.appointments.persistence.AppointmentQueries;
import org.opora.calendar.views.application.CalendarReader;
import org.opora.calendar.views.application.Entry;
import org.opora.calendar.views.application.Kinds;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.overrides.persistence.Wanted;
import org.opora.registry.register.Register.Family;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.application.Contacts.There;
import org.opora.supervisedcontacts.contacts.contributions.ContactsStatistic;
import org.opora.supervisedcontacts.contacts.contributions.MovableContact;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.contacts.domain.Onward;
import org.opora.supervisedcontacts.contacts.domain.Place;
import org.opora.supervisedcontacts.contacts.domain.Tally;
import org.opora.supervisedcontacts.plans.application.Plans;
import org.opora.supervisedcontacts.plans.domain.Kin;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.plans.domain.Standing;
import org.opora.supervisedcontacts.plans.domain.TogetherId;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.testkit.OnEveryDatabase;

/**
 * Siblings in two families, and one mother: Ema with the Dvořáks, Jan with his grandmother. The
 * court allows her to meet both only together.
 */
@OnEveryDatabase
class SiblingsTest {
  private static final Because WHY = new Because(Reason.CHILD_INTEREST, "Ema na maminku čekala");
  @Parameter Product product;
  private Centre centre;
  private Case ema;
  private Case jan;

  @BeforeEach
  void twoFamilies() {
    centre = new Centre(product);
    ema = centre.opened();
    jan = centre.opened();
    PersonId mother =
        centre.register.person(centre.director, "Lenka", "Slavíková", LocalDate.of(1990, 2, 3));
    TogetherId both = centre.together(ema.family().child(), jan.family().child());
    centre.known(ema, mother, both);
    centre.known(jan, mother, both);
  }

  @AfterEach
  void close() {
    centre.close();
  }

  private NewContact wanted(List<PlanId> plans, String from, String until) {
    return new NewContact(
        plans,
        null,
        centre.slot(Centre.TODAY, from, until),
        Place.in(centre.room()),
        null,
        centre.viewer("key-worker").staff(),
        mother(),
        null,
        null);
  }

  private Set<PlanPersonId> mother() {
    return centre.allowed(ema);
  }

  private ContactId both() {
    return centre.bookings.book(
        centre.director, wanted(List.of(ema.plan(), jan.plan()), "08:00", "09:30"), null);
  }

  private ContactChildId of(Case whose, ContactId contact) {
    return centre.views.view(centre.director, contact).children().stream()
        .filter(part -> part.row().plan().equals(whose.plan().value()))
        .map(ContactView.Part::id)
        .findFirst()
        .orElseThrow();
  }

  private void held(ContactId contact, Set<Case> there, Onward onward, Because why) {
    Set<ContactChildId> children = new HashSet<>();
    there.forEach(one -> children.add(of(one, contact)));
    centre.contacts.held(
        centre.director,
        contact,
        centre.views.view(centre.director, contact).row().version(),
        new There(children, mother(), onward),
        Contacts.Lasted.AS_PLANNED,
        why);
  }

  private Map<String, Long> figures() {
    Map<String, Long> some = new TreeMap<>();
    new ContactsStatistic(centre.tx, centre.reader, centre.register.people)
        .count(Period.year(2026)).stream()
            .flatMap(table -> table.figures())
            .filter(figure -> figure.amount() != 0 && !figure.code().startsWith("form"))
            .forEach(figure -> some.put(figure.code(), figure.amount()));
    return some;
  }

  private List<Fact> evidence(Case opened) {
    return centre.register.evidence.of(
        centre.director, opened.family().file(), opened.family().child(), Contacts.EVIDENCE, 10);
  }

  private Tally tally(Case opened) {
    return centre.reader.tally(
        centre.director, opened.plan(), Centre.TODAY.minusDays(9), Centre.TODAY);
  }

  @Test
  void oneContactIsBookedForBothByWhoeverSeesBoth() {
    assertEquals(
        List.of(jan.plan()),
        centre.offers.of(centre.director, ema.plan()).siblings().stream()
            .map(BookingOffers.Sibling::plan)
            .toList());
    assertEquals(List.of(), centre.offers.of(ema.worker(), ema.plan()).siblings());
    NewContact wanted = wanted(List.of(ema.plan(), jan.plan()), "08:00", "09:30");
    assertThrows(NotFound.class, () -> centre.bookings.book(ema.worker(), wanted, null));
    ContactId contact = centre.bookings.book(centre.director, wanted, null);
    ContactView seen = centre.views.view(centre.director, contact);
    assertEquals(2, seen.children().size());
    assertEquals(1, seen.people().size(), "she comes once");
    assertEquals(0, seen.others());
    assertEquals(Map.of("planned", 1L, "open", 1L), figures());
  }

  @Test
  void eachFamilySeesItsOwnChildAndThatThereIsAnother() {
    ContactId contact = both();
    for (Case one : List.of(ema, jan)) {
      ContactView seen = centre.views.view(one.worker(), contact);
      assertEquals(
          List.of(one.plan().value()),
          seen.children().stream().map(part -> part.row().plan()).toList());
      assertEquals(1, seen.others());
      assertEquals("Lenka Slavíková", seen.people().get(0).name());
      ContactLine line = centre.reader.of(one.worker(), List.of(one.childFile())).get(0);
      assertEquals(List.of(), line.with(), "the name of the other child is not theirs");
      assertEquals(1, line.others());
      assertEquals(1, centre.reader.list(one.worker(), false, null, 10).items().size());
      assertEquals(2, centre.story(one.worker(), one).size());
    }
    assertEquals(2, centre.reader.list(centre.director, false, null, 10).items().size());
    assertThrows(
        NotFound.class,
        () ->
            centre.cancel(
                ema.worker(), contact, 1, CancelledBy.PARENT, ema.worker().now(), "Nemoc."),
        "who sees one of them does not decide for the other");
  }

  private Entry inTheCalendar(Viewer viewer, ContactId contact) {
    Transactions book = centre.register.house.transactions(CalendarModule.ID);
    AppointmentId id =
        book.read(em -> new AppointmentQueries(em).of(SupervisedContactsModule.ID, contact.value()))
            .id();
    MovableContacts offered =
        new MovableContacts(centre.tx, centre.register.house.access(), centre.register.people);
    Kinds kinds =
        new Kinds()
            .with(
                List.of(new MovableContact(centre.bookings, offered)),
                List.of(new SupervisedContactsModule()));
    return new CalendarReader(
            book,
            centre.register.house.access(),
            centre.register.files,
            centre.register.people,
            centre.register.staff,
            kinds)
        .one(viewer, id);
  }

  @Test
  void theCalendarShowsItToWhoeverHasToDoWithOneOfThem() {
    ContactId contact = both();
    for (Case one : List.of(ema, jan)) {
      Entry seen = inTheCalendar(one.worker(), contact);
      assertEquals(Set.of(Subject.of(one.childFile())), seen.what().about());
      assertFalse(seen.what().movable(), "nobody decides for the other child");
    }
    Entry whole = inTheCalendar(centre.director, contact);
    assertEquals(
        Set.of(Subject.of(ema.childFile()), Subject.of(jan.childFile())), whole.what().about());
    assertTrue(whole.what().movable());
    assertNull(inTheCalendar(centre.opened().worker(), contact).what());
    // Moved, it is about both still.
    centre.bookings.move(
        centre.director, contact, centre.slot(Centre.TODAY, "12:00", "13:30"), centre.room(), null);
    assertNotNull(inTheCalendar(jan.worker(), contact).what());
    assertNotNull(inTheCalendar(ema.worker(), contact).what());
  }

  @Test
  void whoeverMovesWhatIsNotTheirsAloneIsRefusedWithARowInTheTrail() {
    ContactId contact = both();
    MovableContacts offered =
        new MovableContacts(centre.tx, centre.register.house.access(), centre.register.people);
    MovableContact movable = new MovableContact(centre.bookings, offered);
    Viewer worker = ema.worker();
    long before = centre.audited(worker, SupervisedContactsModule.WRITE, jan.childFile());
    assertThrows(NotFound.class, () -> movable.requireMovable(worker, contact.value()));
    assertTrue(centre.audited(worker, SupervisedContactsModule.WRITE, jan.childFile()) > before);
    movable.requireMovable(centre.director, contact.value());
    assertThrows(NotFound.class, () -> movable.requireMovable(worker, UUID.randomUUID()));
  }

  @Test
  void bothWereThereAndSheMetThem() {
    ContactId contact = both();
    held(contact, Set.of(ema, jan), null, null);
    assertEquals(
        Map.of("planned", 1L, "held", 1L, "children", 2L, "adults", 1L, "time", 90L), figures());
    for (Case one : List.of(ema, jan)) {
      assertEquals(1, evidence(one).size());
      assertEquals(1, tally(one).held());
    }
  }

  @Test
  void oneWhoDoesNotComeCancelsNothingForTheOtherAndSomebodySaysHowToGoOn() {
    ContactId contact = both();
    assertEquals(
        "onward: record.together", Centre.refusal(() -> held(contact, Set.of(ema), null, null)));
    held(contact, Set.of(ema), Onward.CHILDREN_ALONE, null);
    ContactView seen = centre.views.view(centre.director, contact);
    assertEquals(ContactState.HELD, seen.row().state());
    assertEquals(Boolean.TRUE, seen.people().get(0).came());
    assertEquals(Boolean.FALSE, seen.people().get(0).met());
    assertEquals(Onward.CHILDREN_ALONE, seen.onward());
    assertEquals(Map.of("planned", 1L, "held", 1L, "children", 1L, "time", 90L), figures());
    assertEquals(1, tally(ema).held());
    assertEquals(0, tally(ema).childAway());
    assertEquals(1, tally(jan).childAway());
    assertEquals(0, tally(jan).held());
    assertEquals(1, evidence(ema).size());
    assertEquals(List.of(), evidence(jan));
  }

  @Test
  void itIsStopped() {
    ContactId contact = both();
    held(contact, Set.of(ema), Onward.STOP, null);
    assertEquals(ContactState.STOPPED, centre.views.view(centre.director, contact).row().state());
    assertEquals(
        Map.of("planned", 1L, "held", 1L, "held.stopped", 1L, "children", 1L, "time", 90L),
        figures());
  }

  @Test
  void itGoesOnAllTheSameForAReason() {
    ContactId contact = both();
    assertEquals(
        "despite: rule.together.against",
        Centre.refusal(() -> held(contact, Set.of(ema), Onward.ALL_THE_SAME, null)));
    held(contact, Set.of(ema), Onward.ALL_THE_SAME, WHY);
    assertEquals(
        Map.of("planned", 1L, "held", 1L, "children", 1L, "adults", 1L, "time", 90L), figures());
    assertEquals(
        1, centre.register.overrideDesk.list(centre.director, Wanted.ALL, null, 10).items().size());
  }

  @Test
  void bookingHerWithOneOfThemGoesAgainstTheDecision() {
    NewContact alone = wanted(List.of(ema.plan()), "08:00", "09:00");
    assertEquals(
        List.of(Objection.Rule.TOGETHER),
        centre.bookings.against(ema.worker(), null, alone).objections().stream()
            .map(Objection::rule)
            .toList());
    assertEquals(
        "despite: rule.together.against",
        Centre.refusal(() -> centre.bookings.book(ema.worker(), alone, null)));
    ContactId contact = centre.bookings.book(ema.worker(), alone, WHY);
    assertEquals(1, centre.views.view(ema.worker(), contact).children().size());
  }

  @Test
  void whoIsNotAllowedByBothMeetsNeither() {
    Viewer director = centre.director;
    Case other = centre.opened();
    NewContact wanted = wanted(List.of(ema.plan(), other.plan()), "08:00", "09:00");
    assertEquals(
        "people: book.not-in-all",
        Centre.refusal(() -> centre.bookings.book(director, wanted, WHY)));
    NewContact alone =
        new NewContact(
            List.of(ema.plan(), jan.plan()),
            null,
            wanted.slot(),
            wanted.place(),
            null,
            wanted.facilitator(),
            Set.of(),
            null,
            null);
    ContactId siblings = centre.bookings.book(director, alone, null);
    assertNull(centre.views.view(director, siblings).people().stream().findFirst().orElse(null));
  }

  /** A plan by which the child may meet this other one, and nobody else whom the register knows. */
  private Case letting(Family family, PersonId other, Standing standing) {
    PlanId plan =
        centre.plans.make(
            centre.director,
            family.file(),
            family.child(),
            Centre.TERMS,
            List.of(
                Centre.MOTHER, new Plans.Named(2, other, null, Kin.SIBLING, standing, Set.of())));
    return new Case(centre.director, family, centre.register.files.childFile(family.child()), plan);
  }

  private Family family(String name) {
    return centre.register.family(centre.director, centre.viewer("key-worker"), name);
  }

  private List<PlanId> offered(Case opened) {
    return centre.offers.of(centre.director, opened.plan()).siblings().stream()
        .map(BookingOffers.Sibling::plan)
        .toList();
  }

  private NewContact alone(Case... cases) {
    return new NewContact(
        List.of(cases).stream().map(Case::plan).toList(),
        null,
        centre.slot(Centre.TODAY, "10:00", "11:00"),
        Place.in(centre.room()),
        null,
        centre.viewer("key-worker").staff(),
        Set.of(),
        null,
        null);
  }

  @Test
  void childrenWhosePlansAllowEachOtherMeetWithNobodyElseInCommon() {
    Family dvorak = family("Dvořákovi");
    Family vesela = family("Veselá");
    Case first = letting(dvorak, vesela.child(), Standing.ALLOWED);
    assertEquals(List.of(), offered(first));
    Case second = letting(vesela, dvorak.child(), Standing.ALLOWED);
    assertEquals(List.of(second.plan()), offered(first));
    assertEquals(List.of(first.plan()), offered(second));
    ContactId contact = centre.bookings.book(centre.director, alone(first, second), null);
    ContactView seen = centre.views.view(centre.director, contact);
    assertEquals(2, seen.children().size());
    assertEquals(List.of(), seen.people());
  }

  @Test
  void oneSideAloneIsNotEnough() {
    Family dvorak = family("Novákovi");
    Family vesela = family("Malá");
    Case first = letting(dvorak, vesela.child(), Standing.ALLOWED);
    Case second = centre.opened(centre.director, vesela);
    assertEquals(List.of(), offered(first));
    assertEquals(List.of(), offered(second));
    assertEquals(
        "siblings: book.not-siblings",
        Centre.refusal(() -> centre.bookings.book(centre.director, alone(first, second), null)));
  }

  @Test
  void whoseNameStandsAmongTheForbiddenIsNotPaired() {
    Family dvorak = family("Horákovi");
    Family vesela = family("Černá");
    Case first = letting(dvorak, vesela.child(), Standing.ALLOWED);
    Case second = letting(vesela, dvorak.child(), Standing.FORBIDDEN);
    assertEquals(List.of(), offered(first));
    assertEquals(List.of(), offered(second));
    assertEquals(
        "siblings: book.not-siblings",
        Centre.refusal(() -> centre.bookings.book(centre.director, alone(first, second), null)));
  }

  @Test
  void aRoomIsLookedForOnceAndBothChildrenAreTaken() {
    both();
    NewContact other =
        new NewContact(
            List.of(jan.plan()),
            null,
            centre.slot(Centre.TODAY, "09:00", "10:00"),
            Place.in(centre.room()),
            null,
            centre.director.staff(),
            centre.allowed(jan),
            null,
            null);
    assertEquals(
        "people: collision.person-taken",
        Centre.refusal(() -> centre.bookings.book(centre.director, other, WHY)));
  }
}
