package org.opora.course.application;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import org.opora.api.care.Visits.ViewLearntBy;
import org.opora.api.ids.CaseFileId;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.course.application.ReportHouse.Family;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.aims.application.AimsDesk.NewAim;
import org.opora.registry.aims.application.AimsDesk.NewGoal;
import org.opora.registry.aims.application.AimsDesk.NewReview;
import org.opora.registry.aims.domain.AimResult;
import org.opora.registry.ledgers.application.RespiteLedger.NewRespite;
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
            List.of(
                new ChildPart(family.child(), true, null, "Kreslí.", ViewLearntBy.CONVERSATION)),
            null));
  }

  @Test
  void aChildThatWasMetInAnotherFamilyWasNotMetInThisOne() {
    Family family = family();
    Family other = family();
    house.register.placements.place(house.director, other.file(), family.child(), day(2, 1), null);
    met(family, family.file(), day(3, 2));
    met(family, other.file(), day(3, 9));
    String met = house.section(begin(family, SIGNED, day(7, 1)), "child-met", true).words();
    assertTrue(met.contains("2. 3. 2026"), met);
    assertFalse(met.contains("9. 3. 2026"), met);
  }

  @Test
  void aStayOverTheBorderIsToldInEachReportAsFarAsItIsOfIt() {
    Family family = family();
    house.ledgers.respite.add(
        house.worker,
        family.file(),
        List.of(family.child()),
        new NewRespite(family.child(), Set.of(family.carer()), day(3, 28), day(4, 3), null, null));
    UUID first = begin(family, SIGNED, day(3, 31));
    assertTrue(house.section(first, "respite", true).words().startsWith("4 dny v období."));
    house.desk.withdraw(house.worker, first, house.version(first), "jiné období");
    UUID second = begin(family, day(4, 1), day(7, 1));
    assertTrue(house.section(second, "respite", true).words().startsWith("3 dny v období."));
  }

  @Test
  void anAimReadsAsItDidAndHasComeAsFarAsItHadOnTheLastDay() {
    Family family = family();
    house.on(2026, 2, 2);
    UUID aim =
        house.rooms.aims.agree(
            house.worker,
            family.file(),
            new NewAim(
                day(2, 2),
                "PUVODNE",
                null,
                day(3, 2),
                List.of(new NewGoal("Spí sám", null, null)),
                List.of(),
                null,
                null,
                Map.of()));
    house.on(2026, 5, 4);
    UUID goal = house.rooms.aims.find(house.worker, family.file(), aim).now().goals().get(0).id();
    house.rooms.aims.review(
        house.worker,
        family.file(),
        aim,
        version(family, aim),
        new NewReview(
            day(5, 4), AimResult.PARTLY, "KVETEN", day(8, 3), Map.of(goal, AimResult.PARTLY)));
    house.rooms.aims.amend(
        house.worker,
        family.file(),
        aim,
        version(family, aim),
        new NewAim(
            day(2, 2),
            "NOVE",
            null,
            day(8, 3),
            List.of(new NewGoal("Spí sám", null, null)),
            List.of(),
            null,
            null,
            Map.of()));
    house.on(2026, 7, 1);
    UUID before = begin(family, SIGNED, day(3, 31));
    String then = house.section(before, "aims", false).words();
    assertTrue(then.contains("PUVODNE") && !then.contains("NOVE"), then);
    assertFalse(then.contains("–"), "nobody had looked at the goal: " + then);
    assertFalse(then.contains("KVETEN"), then);
    house.desk.withdraw(house.worker, before, house.version(before), "jiné období");
    String now = house.section(begin(family, SIGNED, day(7, 1)), "aims", false).words();
    assertTrue(now.contains("NOVE") && now.contains("KVETEN"), now);
  }

  private long version(Family family, UUID aim) {
    return house.rooms.aims.find(house.worker, family.file(), aim).version();
  }
}
