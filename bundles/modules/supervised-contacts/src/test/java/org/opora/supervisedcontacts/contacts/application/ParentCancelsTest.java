package org.opora.supervisedcontacts.contacts.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Slot;
import org.opora.api.ids.RoomId;
import org.opora.api.ids.StaffId;
import org.opora.api.reports.Reader;
import org.opora.api.reports.spi.ReportSection;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.tasks.application.TaskLine;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.contributions.ContactsSection;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.contacts.domain.Place;
import org.opora.supervisedcontacts.contacts.domain.StaffEffort;
import org.opora.supervisedcontacts.contacts.domain.Tally;
import org.opora.supervisedcontacts.contacts.domain.Teller;
import org.opora.supervisedcontacts.contacts.domain.Telling;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.plans.domain.PlanTerms;
import org.opora.supervisedcontacts.shared.application.Centre;
import org.opora.supervisedcontacts.shared.application.Centre.Case;
import org.opora.testkit.BundleTexts;
import org.opora.testkit.OnEveryDatabase;

/**
 * Friday 18 September 2026: a contact at two, and the mother calls at 12:40. It is the twelfth of
 * the half-year; she has cancelled once before, and did not come on the fourth.
 */
class ParentCancelsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 9, 18);
  private static final LocalDate FIRST = LocalDate.of(2026, 4, 17);
  private static final LocalDate CANCELLED_BEFORE = LocalDate.of(2026, 6, 12);
  private static final LocalDate NOT_COME = LocalDate.of(2026, 9, 4);

  @OnEveryDatabase
  void theDayGoesThroughWithoutPaper(Product product) {
    try (Centre centre = new Centre(product)) {
      centre.forward(Duration.between(centre.director.now(), centre.moment(DAY, "12:40")));
      Case opened = halfYear(centre);
      Viewer worker = opened.worker();
      StaffId facilitator = centre.viewer("key-worker").staff();
      RoomId room = centre.room();
      history(centre, opened, facilitator, room);
      assertEquals(List.of(), tasks(centre, opened), "one miss is none in a row");
      ContactId today = book(centre, opened, room, facilitator, slot(centre, DAY));

      centre.cancellations.cancel(
          worker,
          today,
          1,
          new Cancellations.Cancellation(
              CancelledBy.PARENT, worker.now(), "Nemoc.", new StaffEffort(45, 22)));
      centre.forward(Duration.ofMinutes(20));
      ContactView.Part part = centre.part(worker, today);
      centre.cancellations.tell(
          worker,
          part.id(),
          part.version(),
          new Cancellations.Told(
              Teller.CARER, centre.moment(DAY, "12:55"), Telling.IN_PERSON, "Byla zklamaná."));

      ContactView seen = centre.views.view(worker, today);
      assertEquals(ContactState.CANCELLED, seen.row().state());
      assertEquals(CancelledBy.PARENT, seen.row().cancelledBy());
      assertEquals(1, seen.ending().notice().hours());
      assertEquals(20, seen.ending().notice().minutes());
      assertFalse(seen.ending().inTime());
      assertEquals(24, seen.ending().noticeHours());
      assertEquals(new StaffEffort(45, 22), seen.ending().effort());
      assertEquals("Nemoc.", seen.children().get(0).reason());
      assertEquals(Teller.CARER, seen.children().get(0).told().by());
      assertEquals(centre.moment(DAY, "12:55"), seen.children().get(0).told().at());
      assertEquals("Byla zklamaná.", seen.children().get(0).told().reaction());

      Tally tally = centre.reader.tally(worker, opened.plan(), LocalDate.of(2026, 4, 1), DAY);
      assertEquals(12, tally.planned());
      assertEquals(9, tally.held());
      assertEquals(Map.of(CancelledBy.PARENT, 2), tally.cancelled());
      assertEquals(1, tally.parentNoShow());
      assertEquals(
          "- plánováno: 12\n- proběhlo: 9\n- zrušeno (rodič nebo příbuzný): 2\n"
              + "- rodič nepřišel: 1",
          report(centre, opened));

      List<TaskLine> tasks = tasks(centre, opened);
      assertEquals(1, tasks.size());
      assertEquals(LocalDate.of(2026, 9, 28), tasks.get(0).due());
      assertEquals(
          2, centre.planReader.view(worker, opened.plan()).row().everyWeeks(), "as it was");

      Case other = halfYear(centre);
      book(centre, other, room, facilitator, slot(centre, DAY));
      ContactId substitute =
          centre.bookings.book(
              worker,
              new NewContact(
                  List.of(opened.plan()),
                  null,
                  slot(centre, DAY.plusDays(4)),
                  Place.in(room),
                  null,
                  facilitator,
                  centre.allowed(opened),
                  null,
                  today),
              null);
      assertEquals(substitute.value(), centre.views.view(worker, today).substitute());
      assertEquals(1, centre.reader.tally(worker, opened.plan(), DAY, DAY.plusDays(9)).madeUpFor());
    }
  }

  private static Case halfYear(Centre centre) {
    Case opened = centre.opened();
    PlanTerms since =
        new PlanTerms(
            Centre.TERMS.basis(),
            Centre.TERMS.basisReference(),
            LocalDate.of(2026, 4, 1),
            Centre.TERMS.validUntil(),
            Centre.TERMS.form(),
            Centre.TERMS.everyWeeks(),
            Centre.TERMS.minutes(),
            Centre.TERMS.conditions());
    PlanId plan =
        centre.plans.make(
            opened.worker(),
            opened.family().file(),
            opened.family().child(),
            since,
            List.of(Centre.MOTHER));
    return new Case(opened.worker(), opened.family(), opened.childFile(), plan);
  }

  /** Every second Friday until two weeks ago. */
  private static void history(Centre centre, Case opened, StaffId facilitator, RoomId room) {
    for (LocalDate day = FIRST; day.isBefore(DAY); day = day.plusWeeks(2)) {
      ContactId contact = book(centre, opened, room, facilitator, slot(centre, day));
      if (day.equals(CANCELLED_BEFORE)) {
        centre.cancel(
            opened.worker(),
            contact,
            1,
            CancelledBy.PARENT,
            centre.moment(day.minusDays(3), "09:00"),
            "Směna.");
      } else if (day.equals(NOT_COME)) {
        centre.missed(opened.worker(), contact);
      } else {
        centre.held(opened.worker(), contact, centre.allowed(opened));
      }
    }
  }

  private static ContactId book(
      Centre centre, Case opened, RoomId room, StaffId facilitator, Slot slot) {
    return centre.book(opened, room, facilitator, slot);
  }

  private static Slot slot(Centre centre, LocalDate day) {
    return centre.slot(day, "14:00", "15:00");
  }

  private static List<TaskLine> tasks(Centre centre, Case opened) {
    return centre
        .register
        .desk
        .list(opened.worker(), opened.worker().staff(), false, null, 50)
        .items()
        .stream()
        .filter(line -> line.title() != null && line.title().cs().startsWith("Projít plán"))
        .toList();
  }

  private static String report(Centre centre, Case opened) {
    EnumSet<Reader> readers = EnumSet.of(Reader.CARER, Reader.AUTHORITY);
    return new ContactsSection(
            centre.reader,
            new BundleTexts(SupervisedContactsModule.class, SupervisedContactsModule.ORIGIN))
        .draft(
            opened.worker(),
            new ReportSection.Wanted(
                opened.family().file(),
                opened.family().child(),
                opened.childFile(),
                LocalDate.of(2026, 4, 1),
                DAY,
                readers,
                readers,
                Locale.forLanguageTag("cs")));
  }
}
