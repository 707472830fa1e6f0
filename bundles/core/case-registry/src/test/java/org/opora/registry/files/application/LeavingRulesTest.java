package org.opora.registry.files.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opora.api.faults.Refused;
import org.opora.api.files.CareKind;
import org.opora.api.files.CaseFiles.Leaving;
import org.opora.api.files.LeavingWay;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.files.domain.FileCarer;

/** Separation by decision of the authority under Czech law, day by day. */
class LeavingRulesTest {
  private static final CaseFileId FILE = CaseFileId.next();
  private static final LocalDate CONCLUDED = LocalDate.of(2025, 1, 1);
  private static final LocalDate TODAY = LocalDate.of(2030, 1, 1);
  private final LeavingRules rules =
      new LeavingRules(new LawBook(List.of(new CzechLaw())).agreements());

  /** The first day on which the authority may decide about two who live apart since that day. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-01, 2026-06-01",
    "2026-03-25, 2026-06-25",
    "2026-03-31, 2026-06-30",
    "2026-09-30, 2026-12-30",
    "2026-10-01, 2027-01-01",
    "2026-11-28, 2027-02-28",
    "2026-11-29, 2027-02-28",
    "2026-11-30, 2027-02-28",
    "2027-11-28, 2028-02-28",
    "2027-11-29, 2028-02-29",
    "2027-11-30, 2028-02-29",
    "2027-12-01, 2028-03-01",
    "2028-02-29, 2028-05-29"
  })
  void theyLiveApartForThreeMonthsAndThenItHoldsFromTheDayOfTheDecision(
      LocalDate apart, LocalDate earliest) {
    LocalDate tooEarly = earliest.minusDays(1);
    Refused early = assertThrows(Refused.class, () -> decided(apart, tooEarly));
    assertEquals("decidedOn", early.field());
    assertEquals("agreement.not-yet-apart", early.text().key());
    assertEquals(List.of(apart, earliest, 3), early.text().arguments().subList(0, 3));
    assertEquals(
        early.text(),
        assertThrows(Refused.class, () -> asked(apart, tooEarly)).text(),
        "the same is said to whoever asks before there is a decision");
    for (LocalDate decided : List.of(earliest, earliest.plusDays(24))) {
      assertEquals(
          decided.minusDays(1),
          decided(apart, decided),
          "the day before the decision, whatever half-year it is");
      assertEquals(
          "agreement.no-decision",
          assertThrows(Refused.class, () -> asked(apart, decided)).text().key());
    }
  }

  @Test
  void onlyADecisionThatIsThereSeparates() {
    LocalDate decided = LocalDate.of(2026, 6, 25);
    assertEquals(LocalDate.of(2026, 6, 24), decided(null, decided), "it decided on its own");
    Refused future =
        assertThrows(
            Refused.class,
            () -> lastDay(separated(null, decided, "S/4/2026"), decided.minusDays(1)));
    assertEquals("decidedOn", future.field());
    assertEquals("refused.future", future.text().key());
    assertEquals(
        "reference",
        assertThrows(Refused.class, () -> lastDay(separated(null, decided, " "), TODAY)).field());
    assertEquals(
        "apartSince",
        assertThrows(Refused.class, () -> lastDay(separated(null, null, null), TODAY)).field());
  }

  @ParameterizedTest
  @CsvSource({"2026-06-24", "2026-06-30", "2026-12-31"})
  void withoutADecisionNobodyLeavesAnAgreementThatLasts(LocalDate day) {
    Refused stays =
        assertThrows(Refused.class, () -> lastDay(Leaving.otherwise(day), day.plusDays(1)));
    assertEquals("until", stays.field());
    assertEquals("agreement.stays", stays.text().key());
  }

  private LocalDate decided(LocalDate apart, LocalDate decided) {
    return lastDay(separated(apart, decided, "S/4/2026"), TODAY);
  }

  /** On a day on which nothing is decided yet. */
  private LocalDate asked(LocalDate apart, LocalDate today) {
    return lastDay(separated(apart, null, null), today);
  }

  private LocalDate lastDay(Leaving leaving, LocalDate today) {
    Agreement joint = new Agreement(Ids.next(), FILE, CareKind.LONG_TERM, true, CONCLUDED, null);
    FileCarer other = new FileCarer(Ids.next(), FILE, PersonId.next(), CONCLUDED, null);
    return rules.lastDay(leaving, List.of(joint), List.of(other), today);
  }

  private static Leaving separated(LocalDate apart, LocalDate decided, String reference) {
    return new Leaving(LeavingWay.SEPARATED, decided, apart, reference);
  }
}
