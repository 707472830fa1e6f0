package org.opora.course.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opora.api.access.Viewer;
import org.opora.api.files.Agreements;
import org.opora.api.files.Agreements.Agreement;
import org.opora.api.files.CareKind;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.documents.store.application.Archive;

/** Which agreement of a file a report is on. */
class SpineTest {
  private static final CaseFileId FILE = CaseFileId.next();
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 20);

  private final Viewer viewer =
      new Viewer(
          StaffId.next(),
          "Jana",
          Map.of(),
          Locale.ENGLISH,
          ZoneOffset.UTC,
          Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC),
          "1");

  private static Agreement agreement(String from, String until) {
    return new Agreement(
        AgreementId.next(),
        1,
        FILE,
        CareKind.LONG_TERM,
        true,
        LocalDate.parse(from),
        until == null ? null : LocalDate.parse(until),
        null);
  }

  /** Newest first, as the register has them. */
  private AgreementId on(Kind kind, Agreement... all) {
    List<Agreement> newestFirst =
        Stream.of(all)
            .sorted((one, other) -> other.concludedOn().compareTo(one.concludedOn()))
            .toList();
    Agreements agreements =
        (Agreements)
            Proxy.newProxyInstance(
                SpineTest.class.getClassLoader(),
                new Class<?>[] {Agreements.class},
                (proxy, method, arguments) -> newestFirst);
    return new Spine(agreements).agreement(viewer, FILE, kind).id();
  }

  @Test
  void oneThatIsSignedForLaterDoesNotHideTheOneInForce() {
    Agreement now = agreement("2025-01-10", "2026-06-30");
    Agreement later = agreement("2026-07-01", null);
    for (Kind kind : Kind.values()) {
      assertEquals(now.id(), on(kind, now, later), kind.name());
    }
  }

  @Test
  void oneThatNeverBeganIsNothingToReportOn() {
    Agreement over = agreement("2025-01-10", "2026-05-31");
    Agreement never = agreement("2026-06-10", "2026-06-09");
    assertEquals(over.id(), on(Kind.FINAL, over, never));
    assertEquals(over.id(), on(null, over, never));
    assertEquals("kind: report.refused.no-agreement", Archive.refusal(() -> on(Kind.FINAL, never)));
  }

  @Test
  void theLastReportIsOnTheOneThatEndedLast() {
    Agreement first = agreement("2024-01-10", "2024-12-31");
    Agreement second = agreement("2025-01-10", "2026-05-31");
    Agreement third = agreement("2026-06-01", null);
    assertEquals(second.id(), on(Kind.FINAL, first, second, third));
    assertEquals(third.id(), on(Kind.PERIODIC, first, second, third));
    assertEquals(
        "kind: report.refused.kind", Archive.refusal(() -> on(Kind.PERIODIC, first, second)));
  }
}
