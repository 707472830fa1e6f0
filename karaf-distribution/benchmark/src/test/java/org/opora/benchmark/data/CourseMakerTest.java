package org.opora.benchmark.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CourseMakerTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  private static final int TEN_YEARS = 3_653;
  private static final int FAMILIES = 200;

  private record Lived(Family family, Course course) {}

  private static List<Lived> centre() {
    FamilyMaker families = new FamilyMaker(TODAY, TEN_YEARS);
    CourseMaker courses = new CourseMaker(TODAY);
    List<Lived> centre = new ArrayList<>();
    for (int number = 0; number < FAMILIES; number++) {
      Family family = families.make(number);
      centre.add(new Lived(family, courses.make(number, family)));
    }
    return centre;
  }

  @Test
  void theSameNumbersGiveTheSame() {
    assertEquals(centre(), centre());
  }

  @Test
  void noTwoRecordsShareAKey() {
    Set<UUID> keys = new HashSet<>();
    for (Lived lived : centre()) {
      Course course = lived.course();
      Stream.of(
              course.trainings().stream().map(Course.Training::id),
              course.respites().stream().map(Course.Respite::id),
              course.reports().stream().map(Course.Report::id),
              course.reports().stream()
                  .flatMap(report -> report.copies().stream())
                  .map(Course.Copy::id),
              course.requests().stream().map(Course.Request::id),
              course.decisions().stream().map(Course.Decision::id),
              lived.family().everybody().stream().map(Family.Member::person))
          .flatMap(all -> all)
          .forEach(key -> assertTrue(keys.add(key)));
    }
  }

  @Test
  void whoIsWithTheCentreForTenYearsHasBeenSinceAndNoChildHasGrownUp() {
    for (Lived lived : centre()) {
      LocalDate since = lived.family().since();
      assertTrue(since.isBefore(TODAY.minusDays(TEN_YEARS)));
      assertTrue(since.isAfter(TODAY.minusDays(TEN_YEARS + 400)));
      lived
          .family()
          .children()
          .forEach(
              child -> assertTrue(child.who().born().isAfter(TODAY.minusYears(18)), "an adult"));
    }
  }

  @Test
  void mostCarersAreTrainedAsLongAsTheLawAsksAndSomeAreNot() {
    int whole = 0;
    int less = 0;
    for (Lived lived : centre()) {
      LocalDate since = lived.family().since();
      for (Family.Member carer : lived.family().carers()) {
        for (int year = 0; year < 9; year++) {
          LocalDate from = since.plusYears(year);
          LocalDate to = since.plusYears(year + 1L);
          int minutes =
              lived.course().trainings().stream()
                  .filter(one -> one.carer().equals(carer))
                  .filter(one -> !one.on().isBefore(from) && one.on().isBefore(to))
                  .mapToInt(Course.Training::minutes)
                  .sum();
          if (minutes >= 24 * 60) {
            whole++;
          } else {
            less++;
          }
        }
      }
    }
    assertTrue(less > 0);
    assertTrue(whole > 8 * less, whole + " and " + less);
  }

  @Test
  void respiteIsOfAChildWhoIsThereAndOldEnough() {
    for (Lived lived : centre()) {
      assertFalse(lived.course().respites().isEmpty());
      for (Course.Respite one : lived.course().respites()) {
        assertFalse(one.first().isBefore(one.child().placed()));
        assertFalse(one.first().isBefore(one.child().who().born().plusYears(2)));
        assertFalse(one.last().isBefore(one.first()));
        assertTrue(one.last().isBefore(TODAY));
      }
    }
  }

  @Test
  void eachReportOfTheCycleFollowsTheOneBeforeWithinHalfAYearOrComesLate() {
    for (Lived lived : centre()) {
      LocalDate before = lived.family().since();
      List<Course.Report> cycle =
          lived.course().reports().stream().filter(one -> !one.onRequest()).toList();
      assertTrue(cycle.size() >= 20);
      for (Course.Report report : cycle) {
        assertTrue(report.madeOut().isAfter(before));
        assertTrue(report.madeOut().isBefore(TODAY));
        assertEquals(report.madeOut().isAfter(before.plusMonths(6)), report.late(), "late");
        assertEquals(
            lived.family().carers().size() + (lived.family().turn() % 3 == 0 ? 2 : 1),
            report.copies().size());
        before = report.late() ? report.due() : report.madeOut();
      }
      assertFalse(before.isBefore(TODAY.minusMonths(6).minusDays(11)), "the last one is missing");
    }
  }

  @Test
  void noCopyArrivesBeforeItIsSentAndNothingIsOfADayToCome() {
    for (Lived lived : centre()) {
      for (Course.Report report : lived.course().reports()) {
        for (Course.Copy copy : report.copies()) {
          if (copy.delivered() != null) {
            assertFalse(copy.sent().isBefore(report.madeOut()));
            assertFalse(copy.delivered().isBefore(copy.sent()));
            assertTrue(copy.delivered().isBefore(TODAY));
          }
        }
      }
      for (Course.Request one : lived.course().requests()) {
        assertFalse(one.decided().isBefore(one.asked()));
        assertTrue(one.decided().isBefore(TODAY));
      }
    }
  }

  @Test
  void somethingOfEveryKindIsStillToBeDone() {
    List<Course.Report> reports =
        centre().stream().flatMap(lived -> lived.course().reports().stream()).toList();
    assertTrue(
        reports.stream()
            .filter(Course.Report::onRequest)
            .anyMatch(report -> report.copies().get(0).delivered() == null));
    assertTrue(
        reports.stream().filter(Course.Report::onRequest).anyMatch(one -> one.madeOut() == null));
    assertTrue(
        reports.stream()
            .filter(report -> !report.onRequest())
            .filter(report -> report.madeOut().isAfter(TODAY.minusMonths(1)))
            .flatMap(report -> report.copies().stream())
            .anyMatch(copy -> copy.delivered() == null));
  }
}
