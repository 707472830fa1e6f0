package org.opora.calendar.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.opora.api.access.Viewer;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.files.CareFacts.InForce;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.AgreementId;
import org.opora.calendar.appointments.application.Diary;
import org.opora.calendar.rooms.application.RoomDesk;
import org.opora.calendar.series.contributions.DemoCalendar;
import org.opora.calendar.shared.WallClock;
import org.opora.calendar.views.application.Office;
import org.opora.calendar.views.domain.MonthGrid;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.register.Register;
import org.opora.testkit.OnEveryDatabase;

/** What the made-up centre shows of its calendar. */
class DemoCalendarTest {
  @OnEveryDatabase
  void aFortnightHasSomethingInItAndNothingStandsInTheWay(Product product) {
    try (Office office = new Office(product)) {
      Diary diary = office.diary;
      List<Viewer> workers = List.of(diary.colleague("key-worker"), diary.colleague("key-worker"));
      List<InForce> families =
          IntStream.range(0, 6)
              .mapToObj(number -> inForce(diary, workers.get(number % 2), number))
              .toList();
      DemoCalendar demo = new DemoCalendar(diary.desk, diary.hours, diary.meetings, diary.series);
      diary.tx.run(em -> demo.write(new DemoCast(diary.director, workers, families)));
      assertEquals(
          List.of("Herna", "Klidný pokoj", "Modrý pokoj", "Společenský sál"),
          diary.desk.all(diary.director).stream()
              .map(RoomDesk.View::facts)
              .map(facts -> facts.name())
              .sorted()
              .toList());
      assertTrue(
          diary.hours.all(diary.director).stream()
              .filter(line -> line.staff().equals(workers.get(0).staff()))
              .noneMatch(line -> line.hours().isEmpty()));
      LocalDate monday = MonthGrid.monday(Register.TODAY);
      assertEquals(11, entries(office, monday), "ten with families, and the team");
      assertEquals(6, entries(office, monday.plusWeeks(1)), "five with families, and the team");
    }
  }

  private static int entries(Office office, LocalDate monday) {
    WallClock clock = new WallClock(office.director.zone());
    return office
        .reader
        .between(office.director, clock.startOf(monday), clock.startOf(monday.plusWeeks(1)), null)
        .size();
  }

  private static InForce inForce(Diary diary, Viewer worker, int number) {
    Register.Family family = diary.family(worker);
    CaseFiles.Header header = diary.register.files.header(worker, family.file());
    return new InForce(
        family.file(),
        "A-" + number,
        "Slavíková",
        worker.staff(),
        AgreementId.next(),
        CareKind.values()[0],
        true,
        Register.TODAY.minusYears(1),
        null,
        header.carers(),
        header.children());
  }
}
