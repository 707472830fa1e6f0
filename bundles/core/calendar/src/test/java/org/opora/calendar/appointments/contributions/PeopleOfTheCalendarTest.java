package org.opora.calendar.appointments.contributions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Attendee;
import org.opora.api.calendar.Booking;
import org.opora.api.calendar.Where;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.PersonId;
import org.opora.api.people.spi.PersonDataOwner;
import org.opora.api.people.spi.PersonDataOwner.Fact;
import org.opora.api.people.spi.PersonDataOwner.Review;
import org.opora.api.web.Centre;
import org.opora.calendar.appointments.application.Diary;
import org.opora.calendar.appointments.domain.Appointment;
import org.opora.calendar.appointments.persistence.AppointmentQueries;
import org.opora.calendar.meetings.application.NewMeeting;
import org.opora.calendar.meetings.contributions.MeetingData;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** What the calendar keeps of a person is told to them, and goes when they are forgotten. */
class PeopleOfTheCalendarTest {
  /** Far from the machine on which this runs, wherever that is. */
  private static final Centre CENTRE =
      new Centre() {
        @Override
        public ZoneId zone() {
          return ZoneId.of("Pacific/Kiritimati");
        }

        @Override
        public String name() {
          return "Centrum";
        }

        @Override
        public void rename(String name) {
          throw new AssertionError(name);
        }
      };

  private static List<String> labels(List<Fact> facts) {
    return facts.stream().map(fact -> fact.label().key()).toList();
  }

  @OnEveryDatabase
  void whoeverWasThereIsToldWhenAndThenForgotten(Product product) {
    try (Diary diary = new Diary(product)) {
      PersonDataOwner data = new AttendanceData(diary.tx, CENTRE);
      PersonId person = diary.family(diary.colleague("key-worker")).carer();
      PersonId other = diary.family(diary.colleague("key-worker")).carer();
      Booking held =
          diary.booking(
              diary.slot(Diary.TODAY, "08:00", "08:30"),
              diary.room(),
              Attendee.of(person),
              Attendee.of(other));
      Booking off =
          diary.booking(diary.tomorrow("10:00", "11:00"), diary.room(), Attendee.of(person));
      diary.calendar.put(diary.director, held);
      diary.calendar.put(diary.director, off);
      String origin = held.what().origin();
      UUID source = held.what().source();
      diary.comings.arrived(
          diary.director, origin, source, person, diary.moment(Diary.TODAY, "07:55"));
      diary.comings.left(
          diary.director, origin, source, person, diary.moment(Diary.TODAY, "08:20"));
      diary.calendar.cancel(diary.director, off.what().origin(), off.what().source());

      assertEquals(2, data.count(Set.of(person)));
      List<Fact> told = data.export(Set.of(person));
      assertEquals(
          List.of("extract.appointment", "extract.came", "extract.went", "extract.cancelled"),
          labels(told));
      String came =
          diary.moment(Diary.TODAY, "07:55").atZone(CENTRE.zone()).toLocalTime().toString();
      assertTrue(told.get(1).value().endsWith(came), told::toString);

      data.erase(Set.of(person));
      assertEquals(0, data.count(Set.of(person)));
      assertEquals(List.of("extract.appointment"), labels(data.export(Set.of(other))));
    }
  }

  @OnEveryDatabase
  void whoeverWasInvitedIsToldOnceAndTheWordsAreLookedAtFirst(Product product) {
    try (Diary diary = new Diary(product)) {
      Viewer worker = diary.colleague("key-worker");
      Family family = diary.family(worker);
      Set<PersonId> child = Set.of(family.child());
      UUID meeting =
          diary.meetings.write(
              worker,
              family.file(),
              new NewMeeting(
                  "VISIT",
                  "Kytka pro babičku",
                  diary.tomorrow("14:00", "15:00"),
                  null,
                  "Lipová 3",
                  40,
                  Set.of(worker.staff()),
                  child,
                  0),
              null);
      PersonDataOwner meetings = new MeetingData(diary.tx);
      PersonDataOwner attendance = new AttendanceData(diary.tx, CENTRE);
      assertEquals(1, meetings.count(child));
      assertEquals(List.of(), meetings.export(child), "told with all appointments");
      assertEquals(List.of("extract.appointment"), labels(attendance.export(child)));
      Review review = meetings.review(child).get(0);
      assertEquals(meeting, review.record());
      assertEquals("/calendar/meetings/" + meeting, review.href());

      meetings.erase(child);
      attendance.erase(child);
      assertEquals(0, meetings.count(child) + attendance.count(child));
      assertEquals(Set.of(), diary.reader.view(worker, meeting).people().keySet());
    }
  }

  @OnEveryDatabase
  void whomAnAppointmentIsAboutIsForgottenWithThem(Product product) {
    try (Diary diary = new Diary(product)) {
      Family family = diary.family(diary.colleague("key-worker"));
      PersonDataOwner data = new AttendanceData(diary.tx, CENTRE);
      Booking.What what =
          new Booking.What(
              "test",
              "contact",
              UUID.randomUUID(),
              Subject.of(family.child()),
              family.file(),
              CaseFiles.READ,
              Diary.TITLE,
              "/m/test/contacts");
      Booking about =
          new Booking(what, diary.tomorrow("10:00", "11:00"), Where.in(diary.room()), List.of());
      diary.calendar.put(diary.director, about);
      assertEquals(1, data.count(Set.of(family.child())));
      data.erase(Set.of(family.child()));
      assertEquals(0, data.count(Set.of(family.child())));
      Appointment stays = diary.tx.read(em -> new AppointmentQueries(em).of("test", what.source()));
      // It is about somebody still, so that it does not become one that everybody may read.
      assertEquals(Subject.Kind.PERSON, stays.what().subject().kind());
      assertNotEquals(family.child().value(), stays.what().subject().id());
      assertEquals(family.file(), stays.what().file());
    }
  }

  @OnEveryDatabase
  void whomItIsAboutBesidesIsForgottenAndTheOtherStays(Product product) {
    try (Diary diary = new Diary(product)) {
      Family one = diary.family(diary.colleague("key-worker"));
      Family other = diary.family(diary.colleague("key-worker"));
      PersonDataOwner data = new AttendanceData(diary.tx, CENTRE);
      Booking.What what =
          diary
              .what(one)
              .besides(List.of(new Booking.About(Subject.of(other.child()), other.file())));
      diary.calendar.put(
          diary.director,
          new Booking(what, diary.tomorrow("10:00", "11:00"), Where.in(diary.room()), List.of()));
      assertEquals(1, data.count(Set.of(other.child())));
      data.erase(Set.of(other.child()));
      assertEquals(0, data.count(Set.of(other.child())));
      Appointment stays = diary.tx.read(em -> new AppointmentQueries(em).of("test", what.source()));
      assertEquals(Subject.of(one.file()), stays.what().subject());
    }
  }
}
