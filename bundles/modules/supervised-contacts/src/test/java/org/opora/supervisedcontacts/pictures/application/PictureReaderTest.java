package org.opora.supervisedcontacts.pictures.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Slot;
import org.opora.api.faults.NotFound;
import org.opora.api.house.Settings;
import org.opora.api.house.spi.Setting;
import org.opora.api.ids.PersonId;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.register.Register.Family;
import org.opora.supervisedcontacts.contacts.application.Contacts;
import org.opora.supervisedcontacts.contacts.application.NewContact;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.Place;
import org.opora.supervisedcontacts.pictures.domain.PictureGuest;
import org.opora.supervisedcontacts.pictures.domain.PictureVisit;
import org.opora.supervisedcontacts.pictures.domain.PictureVisit.Fate;
import org.opora.supervisedcontacts.plans.application.Plans;
import org.opora.supervisedcontacts.plans.domain.ContactForm;
import org.opora.supervisedcontacts.plans.domain.Kin;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;
import org.opora.supervisedcontacts.plans.domain.Standing;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.testkit.OnEveryDatabase;

/** What a child finds in its calendar in pictures, and what it does not. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PictureReaderTest {
  private static final YearMonth MONTH = YearMonth.from(Centre.TODAY);
  private static final String STREET = "Lipová 5, Brno";
  @Parameter Product product;
  private Centre centre;
  private PictureReader reader;

  @BeforeParameterizedClassInvocation
  void open() {
    centre = new Centre(product);
    reader = reader(centre.settings);
  }

  @AfterParameterizedClassInvocation
  void close() {
    centre.close();
  }

  private PictureReader reader(Settings settings) {
    return new PictureReader(
        centre.tx,
        centre.keys(),
        centre.access(),
        centre.register.people,
        centre.choices,
        centre.register.staff,
        settings);
  }

  /** A centre that draws whoever is with the child and tells no name. */
  private static final class Unnamed implements Settings {
    @Override
    public int number(Setting setting, LocalDate day) {
      assertEquals(PictureFigures.HELPER_NAMED, setting);
      return 0;
    }

    @Override
    public NavigableMap<LocalDate, Integer> numbers(Setting setting) {
      throw new UnsupportedOperationException();
    }

    @Override
    public View view(Viewer viewer, Setting setting) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void decide(
        Viewer viewer, long version, LocalDate from, String why, Map<Setting, Integer> numbers) {
      throw new UnsupportedOperationException();
    }
  }

  private Slot at(int day) {
    return centre.slot(Centre.TODAY.plusDays(day), "14:00", "15:00");
  }

  private PictureVisit only(Viewer viewer, Case opened) {
    List<PictureVisit> visits = reader.month(viewer, opened.plan(), MONTH).month().visits();
    assertEquals(1, visits.size());
    return visits.get(0);
  }

  private static List<String> called(PictureVisit visit) {
    return visit.with().stream().map(one -> one.byKin() ? one.kin() : one.calledName()).toList();
  }

  private ContactId siblings(Set<PlanPersonId> people, int day, Case... cases) {
    return centre.bookings.book(
        centre.director,
        new NewContact(
            List.of(cases).stream().map(Case::plan).toList(),
            null,
            at(day),
            Place.in(centre.room()),
            null,
            centre.viewer("facilitator").staff(),
            people,
            null,
            null),
        null);
  }

  @Test
  void aChildSeesWhomItMeetsWhenWhereAndWhoIsWithIt() {
    Case opened = centre.opened();
    Viewer helper = centre.viewer("facilitator");
    centre.book(opened, centre.room(), helper.staff(), at(1));
    PictureVisit visit = only(opened.worker(), opened);
    assertEquals(List.of(Kin.MOTHER), called(visit));
    assertEquals(Fate.COMING, visit.fate());
    assertEquals(PictureVisit.Place.HOUSE, visit.place());
    assertEquals("14:00", visit.from().toString());
    assertEquals("Jana", visit.helper().calledName(), "Mgr. Jana Testová");
    PictureVisit drawn =
        reader(new Unnamed()).month(opened.worker(), opened.plan(), MONTH).month().visits().get(0);
    assertNull(drawn.helper().calledName());
  }

  @Test
  void nobodyOfTheCentreIsDrawnWhereNobodyIsWithTheChild() {
    Case opened = centre.opened();
    centre.bookings.book(
        opened.worker(),
        new NewContact(
            List.of(opened.plan()),
            ContactForm.UNSUPERVISED,
            at(1),
            Place.in(centre.room()),
            null,
            centre.viewer("facilitator").staff(),
            centre.allowed(opened),
            null,
            null),
        Centre.BECAUSE);
    assertNull(only(opened.worker(), opened).helper());
  }

  @Test
  void thereIsNoAddress() {
    Case opened = centre.opened();
    centre.bookings.book(
        opened.worker(),
        new NewContact(
            List.of(opened.plan()),
            ContactForm.UNSUPERVISED,
            at(1),
            Place.elsewhere("PARK", 0),
            STREET,
            centre.viewer("facilitator").staff(),
            centre.allowed(opened),
            null,
            null),
        Centre.BECAUSE);
    PictureReader.View view = reader.month(centre.director, opened.plan(), MONTH);
    assertEquals(PictureVisit.Place.OUTSIDE, view.month().visits().get(0).place());
    assertFalse(view.toString().contains("Lipov"), view.toString());
  }

  @Test
  void aContactOfSiblingsAloneShowsTheSiblingAndNoSurnameOfIt() {
    PersonId mother =
        centre.register.person(centre.director, "Lenka", "Slavíková", LocalDate.of(1990, 2, 3));
    Case ema = centre.opened(mother);
    Case jan = centre.opened(mother);
    siblings(Set.of(), 1, ema, jan);
    PictureReader.View view = reader.month(centre.director, ema.plan(), MONTH);
    PictureGuest sibling = view.month().visits().get(0).with().get(0);
    assertEquals("SIBLING", sibling.face());
    assertEquals("Ema", sibling.calledName(), "by the first name of the register");
    assertEquals(Set.of(jan.family().child()), view.siblings(), "and counts as shown");
    String surname =
        centre
            .register
            .people
            .names(centre.director, List.of(jan.family().child()))
            .get(jan.family().child())
            .family();
    assertFalse(view.month().toString().contains(surname), view.month().toString());
    PictureReader.View own = reader.month(ema.worker(), ema.plan(), MONTH);
    assertEquals(List.of(Kin.SIBLING), called(own.month().visits().get(0)));
    assertEquals(Set.of(), own.siblings(), "whoever does not know the sibling finds no name");
  }

  @Test
  void aSiblingWhomThePlanNamesIsCalledAsThePlanDoes() {
    Viewer worker = centre.viewer("key-worker");
    Family ema = centre.register.family(centre.director, worker, "Dvořáková");
    Family jan = centre.register.family(centre.director, centre.viewer("key-worker"), "Veselá");
    Case first = letting(worker, ema, jan.child(), "Jan Veselý");
    Case second = letting(centre.director, jan, ema.child(), "Ema Dvořáková");
    siblings(Set.of(), 2, first, second);
    PictureVisit visit = only(worker, first);
    assertEquals(List.of("Jan"), called(visit));
    assertEquals("SIBLING", visit.with().get(0).face());
  }

  private Case letting(Viewer worker, Family family, PersonId other, String name) {
    PlanId plan =
        centre.plans.make(
            centre.director,
            family.file(),
            family.child(),
            Centre.TERMS,
            List.of(
                Centre.MOTHER,
                new Plans.Named(2, other, name, Kin.SIBLING, Standing.ALLOWED, Set.of())));
    return new Case(worker, family, centre.register.files.childFile(family.child()), plan);
  }

  @Test
  void whatDoesNotTakePlaceIsDrawnAsOffAndWithoutAHelper() {
    Case opened = centre.opened();
    ContactId off = centre.book(opened, centre.room(), centre.viewer("facilitator").staff(), at(1));
    centre.cancel(opened.worker(), off, 1, CancelledBy.PARENT, opened.worker().now(), "Nemoc.");
    PictureVisit visit = only(opened.worker(), opened);
    assertEquals(Fate.NOT, visit.fate());
    assertNull(visit.helper());
    assertFalse(visit.toString().contains("Nemoc"), "no word of why");
  }

  @Test
  void aContactThatWasIsNoneForTheSiblingWhoWasAway() {
    PersonId mother =
        centre.register.person(centre.director, "Lenka", "Obou", LocalDate.of(1990, 2, 3));
    Case ema = centre.opened(mother);
    Case jan = centre.opened(mother);
    ContactId contact =
        centre.bookings.book(
            centre.director,
            new NewContact(
                List.of(ema.plan(), jan.plan()),
                null,
                centre.slot(Centre.TODAY, "08:00", "09:00"),
                Place.in(centre.room()),
                null,
                centre.viewer("facilitator").staff(),
                centre.allowed(ema),
                null,
                null),
            null);
    var part =
        centre.views.view(centre.director, contact).children().stream()
            .filter(one -> one.row().plan().equals(ema.plan().value()))
            .findFirst()
            .orElseThrow();
    centre.contacts.held(
        centre.director,
        contact,
        1,
        new Contacts.There(Set.of(part.id()), centre.allowed(ema), null),
        Contacts.Lasted.AS_PLANNED,
        null);
    PictureVisit seen = only(centre.director, ema);
    assertEquals(Fate.WAS, seen.fate());
    assertEquals(List.of(Kin.MOTHER, "Ema"), called(seen), "the sibling stands last");
    assertEquals(Fate.NOT, only(centre.director, jan).fate());
  }

  @Test
  void whoeverMayNotKnowOfTheChildFindsNoCalendar() {
    Case opened = centre.opened();
    centre.book(opened, centre.room(), centre.viewer("facilitator").staff(), at(3));
    assertThrows(
        NotFound.class, () -> reader.month(centre.viewer("key-worker"), opened.plan(), MONTH));
    Viewer walled = centre.viewer("director");
    reader.month(walled, opened.plan(), MONTH);
    centre.wall(walled, Subject.of(opened.family().child()));
    assertThrows(NotFound.class, () -> reader.month(walled, opened.plan(), MONTH));
  }
}
