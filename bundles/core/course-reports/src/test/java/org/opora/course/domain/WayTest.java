package org.opora.course.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.api.reports.CourseReports.State;

/** A report goes forward step by step, back to be written, and nowhere once it is made out. */
class WayTest {
  private static final LocalDate DAY = LocalDate.of(2026, 7, 22);
  private final StaffId somebody = StaffId.next();

  @Test
  void theseStepsAreThereAndNoOther() {
    List<String> steps = new ArrayList<>();
    for (State from : State.values()) {
      for (State to : State.values()) {
        if (Way.leads(from, to)) {
          steps.add(from + " " + to);
        }
      }
    }
    assertEquals(
        List.of(
            "DRAFT STATEMENT",
            "DRAFT WITHDRAWN",
            "STATEMENT DRAFT",
            "STATEMENT APPROVED",
            "STATEMENT WITHDRAWN",
            "APPROVED DRAFT",
            "APPROVED LOCKED",
            "APPROVED WITHDRAWN"),
        steps);
  }

  @Test
  void whatIsMadeOutStaysAsItIs() {
    CareReport report = report();
    report.close();
    report.approve(somebody, DAY);
    report.makeOut(somebody, DAY, null);
    assertThrows(IllegalStateException.class, () -> report.back(somebody, null));
    assertThrows(IllegalStateException.class, () -> report.withdraw(somebody, DAY, new byte[1]));
    assertThrows(IllegalStateException.class, () -> report.makeOut(somebody, DAY, null));
    assertEquals(DAY, report.madeOutOn());
  }

  @Test
  void takenBackItAsksForEverythingAgain() {
    CareReport report = report();
    assertEquals(1, report.round());
    report.close();
    report.approve(somebody, DAY);
    report.back(somebody, new byte[] {1});
    assertEquals(State.DRAFT, report.state());
    assertEquals(2, report.round(), "what was said, was said of how it was");
    assertEquals(null, report.approvedBy(), "nobody has approved what is written now");
    assertThrows(IllegalStateException.class, () -> report.approve(somebody, DAY));
  }

  private CareReport report() {
    return new CareReport(
        new CareReport.Begun(
            UUID.randomUUID(),
            CaseFileId.next(),
            new AgreementId(UUID.randomUUID()),
            Kind.PERIODIC,
            new Period(DAY.minusMonths(6), DAY),
            DAY,
            Locale.forLanguageTag("cs"),
            null,
            somebody,
            Instant.EPOCH));
  }
}
