package org.opora.calendar.views.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.calendar.Attendee;
import org.opora.api.ids.RoomId;
import org.opora.calendar.appointments.application.Diary;
import org.opora.calendar.appointments.persistence.CalendarSchema;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.people.matching.Statements;
import org.opora.registry.register.Register;
import org.opora.registry.register.Register.Family;
import org.opora.testkit.OnEveryDatabase;

/** No page of the calendar asks the database more often because more takes place. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarAsksOnceTest {
  private static final int FEW = 3;
  private static final int MANY = 30;
  private static final LocalDate DAY = Diary.TODAY.plusDays(1);

  @Parameter Product product;
  private final AtomicLong asked = new AtomicLong();
  private Office office;
  private Viewer worker;
  private Viewer other;
  private int there;

  @BeforeParameterizedClassInvocation
  void open() {
    office =
        new Office(
            new Diary(
                Register.watchedWith(
                    product, real -> new Statements(real, asked), new CalendarSchema())));
    worker = office.diary.viewer("key-worker");
    other = office.diary.viewer("key-worker");
    there = 0;
  }

  @AfterParameterizedClassInvocation
  void close() {
    office.close();
  }

  private void growTo(int many) {
    for (; there < many; there++) {
      Family family = office.diary.family(there % 2 == 0 ? worker : other);
      RoomId room = office.diary.room();
      office.contact(
          family,
          office.diary.slot(DAY, "10:00", "11:00"),
          room,
          Attendee.of(office.diary.viewer("key-worker").staff()),
          Attendee.of(family.child()),
          Attendee.of(family.carer()));
    }
  }

  @Test
  void thirtyAppointmentsCostNoMoreThanThree() {
    growTo(FEW);
    Map<String, Long> few = asked(FEW);
    growTo(MANY);
    assertEquals(few, asked(MANY));
    assertTrue(few.values().stream().allMatch(times -> times > 0 && times < 15), "" + few);
  }

  private Map<String, Long> asked(int rows) {
    Instant from = office.diary.moment(DAY, "00:00");
    Instant until = office.diary.moment(DAY.plusDays(1), "00:00");
    Map<String, Long> all = new TreeMap<>();
    for (Viewer viewer : new Viewer[] {office.director, worker}) {
      String who = viewer == worker ? " of a worker" : " of a director";
      Map<String, ToIntFunction<Viewer>> pages =
          Map.of(
              "day", one -> office.reader.between(one, from, until, null).size(),
              "month", one -> office.reader.outline(one, from, until, null).size(),
              "list", one -> office.reader.list(one, from, null, null, 100).items().size());
      pages.forEach(
          (name, page) -> {
            assertEquals(rows, page.applyAsInt(viewer));
            long before = asked.get();
            page.applyAsInt(viewer);
            all.put(name + who, asked.get() - before);
          });
    }
    return all;
  }
}
