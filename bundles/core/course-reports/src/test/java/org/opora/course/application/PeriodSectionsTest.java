package org.opora.course.application;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.care.Visits.ChildPart;
import org.opora.api.care.Visits.NewVisit;
import org.opora.api.care.Visits.Place;
import org.opora.api.ids.CaseFileId;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.course.application.ReportHouse.Family;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.testkit.OnEveryDatabase;

/** A section tells of this family and of the days of its period, and of no other. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeriodSectionsTest {
  private static final LocalDate SIGNED = LocalDate.of(2026, 1, 10);
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Parameter Product product;
  private ReportHouse house;

  @BeforeParameterizedClassInvocation
  void open() throws Exception {
    house = new ReportHouse(product);
  }

  @AfterParameterizedClassInvocation
  void close() throws Exception {
    house.close();
  }

  @BeforeEach
  void today() {
    house.on(2026, 7, 1);
  }


  private Family family() {
    return house.family("Měřená " + NUMBER.incrementAndGet(), SIGNED);
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2026, month, day);
  }

  private UUID begin(Family family, LocalDate from, LocalDate until) {
    return house.desk.begin(
        house.worker,
        family.file(),
        new NewReport(Kind.PERIODIC, from, until, ReportHouse.CZECH, null));
  }

  private void met(Family family, CaseFileId in, LocalDate on) {
    house.register.visits.record(
        house.director,
        in,
        new NewVisit(
            on,
            null,
            null,
            true,
            Place.HOME,
            Set.of(family.child()),
            List.of(new ChildPart(family.child(), true, null, null, null)),
            null));
  }

  @Test
  void aChildThatWasMetInAnotherFamilyWasNotMetInThisOne() {
    Family family = family();
    Family other = family();
    house.register.placements.place(
        house.director, other.file(), family.child(), day(2, 1), null);
    met(family, family.file(), day(3, 2));
    met(family, other.file(), day(3, 9));
    String met = house.section(begin(family, SIGNED, day(7, 1)), "child-met", true).words();
    assertTrue(met.contains("2. 3. 2026"), met);
    assertFalse(met.contains("9. 3. 2026"), met);
  }
}
