package org.opora.duties.domain.expiry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.Figure;
import org.opora.duties.domain.Figures;
import org.opora.duties.domain.Silence;
import org.opora.duties.domain.Standing;

class ExpiryShapeTest {
  /** A year under the law of 2020, two years under that of 2026. */
  private static final ExpiryShape CHECK =
      new ExpiryShape(
          new Figures<>(
              List.of(
                  new Figure<>(Period.ofYears(1), day("2020-01-01"), day("2025-12-31")),
                  new Figure<>(Period.ofYears(2), day("2026-01-01"), null))),
          14);

  /** A paper that names its own last day, or has none. */
  private static final ExpiryShape PAPER = new ExpiryShape(new Figures<>(List.of()), 14);

  private static final List<Days> SINCE_MARCH = List.of(new Days(day("2025-03-01"), null));

  private static LocalDate day(String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  private static ExpiryFacts.Paper paper(String from, String until) {
    return new ExpiryFacts.Paper(day(from), day(from), day(until));
  }

  private static Validity assess(ExpiryShape shape, String asOf, ExpiryFacts.Paper... papers) {
    return shape.assess(new ExpiryFacts(SINCE_MARCH, List.of(papers), Silence.NONE), day(asOf));
  }

  private static Validity found(Standing standing, String until, String since) {
    return new Validity(standing, day(until), day(since));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-16, OK, 2026-05-31, ",
    "2026-05-17, DUE_SOON, 2026-05-31, ",
    "2026-05-31, DUE_SOON, 2026-05-31, ", // the last day
    "2026-06-01, OVERDUE, , 2026-06-01",
    "2027-06-01, OVERDUE, , 2026-06-01"
  })
  void validUntilADay(String asOf, Standing standing, String until, String since) {
    assertEquals(
        found(standing, until, since), assess(PAPER, asOf, paper("2025-02-01", "2026-05-31")));
  }

  @Test
  void theLawOfItsFirstDaySaysHowLong() {
    assertEquals(
        found(Standing.OK, "2026-12-31", null),
        assess(CHECK, "2026-06-01", paper("2025-12-31", null)));
    assertEquals(
        found(Standing.OK, "2028-01-01", null),
        assess(CHECK, "2026-06-01", paper("2026-01-01", null)));
    assertEquals(
        found(Standing.OK, "2026-08-01", null),
        assess(CHECK, "2026-06-01", paper("2026-01-01", "2026-08-01")),
        "what it says itself counts more");
    assertEquals(
        found(Standing.OK, null, null),
        assess(PAPER, "2096-06-01", paper("2026-01-01", null)),
        "without any end");
    assertEquals(
        found(Standing.OVERDUE, null, "2025-03-01"),
        assess(CHECK, "2025-03-01", paper("2024-02-28", null)),
        "a year from 28 February, in a leap year before");
  }

  @Test
  void aRenewedOneGoesOn() {
    ExpiryFacts.Paper first = paper("2025-02-01", "2026-05-31");
    ExpiryFacts.Paper next =
        new ExpiryFacts.Paper(day("2026-05-20"), day("2026-06-01"), day("2027-05-31"));
    assertEquals(
        found(Standing.DUE_SOON, "2026-05-31", null), assess(PAPER, "2026-05-19", first, next));
    assertEquals(
        found(Standing.OK, "2027-05-31", null),
        assess(PAPER, "2026-05-20", next, first),
        "it is in the file before it begins");
    ExpiryFacts.Paper late = paper("2026-06-10", "2027-05-31");
    assertEquals(
        found(Standing.DUE_SOON, "2026-05-31", null), assess(PAPER, "2026-05-31", first, late));
    assertEquals(
        found(Standing.OVERDUE, null, "2026-06-01"), assess(PAPER, "2026-06-09", first, late));
    assertEquals(found(Standing.OK, "2027-05-31", null), assess(PAPER, "2026-06-10", first, late));
  }

  @Test
  void nothingAtAllIsMissingFromTheDayItIsNeeded() {
    assertEquals(new Validity(Standing.NOT_APPLICABLE, null, null), assess(PAPER, "2025-02-28"));
    assertEquals(found(Standing.OVERDUE, null, "2025-03-01"), assess(PAPER, "2025-03-01"));
    assertEquals(
        found(Standing.OVERDUE, null, "2025-03-01"),
        assess(PAPER, "2025-06-01", paper("2020-01-01", "2024-12-31")),
        "expired before anybody needed it");
  }

  @Test
  void nobodyRenewsWhatIsValidAsLongAsItIsNeeded() {
    List<Days> needed =
        List.of(new Days(day("2025-03-01"), day("2026-05-31")), new Days(day("2026-09-01"), null));
    ExpiryFacts facts =
        new ExpiryFacts(needed, List.of(paper("2025-02-01", "2026-05-31")), Silence.NONE);
    assertEquals(found(Standing.OK, "2026-05-31", null), PAPER.assess(facts, day("2026-05-31")));
    assertEquals(Standing.NOT_APPLICABLE, PAPER.assess(facts, day("2026-06-01")).standing());
    assertEquals(
        found(Standing.OVERDUE, null, "2026-09-01"),
        PAPER.assess(facts, day("2026-09-02")),
        "needed once more");
  }

  /** The check of 15 February 2024 ran out in 2025; the module was away for that August. */
  @ParameterizedTest
  @CsvSource({
    "2025-07-31, OVERDUE, 2025-03-01",
    "2025-08-01, NOT_ASSESSED, ",
    "2025-09-01, NOT_ASSESSED, ", // one of August may be there
    "2026-08-31, NOT_ASSESSED, ", // valid for a year, that of the last of August to this day
    "2026-09-01, OVERDUE, 2025-03-01"
  })
  void aCheckThatMayHaveComeUnnoticed(String asOf, Standing standing, String since) {
    Silence away = new Silence(List.of(new Days(day("2025-08-01"), day("2025-08-31"))));
    ExpiryFacts facts = new ExpiryFacts(SINCE_MARCH, List.of(paper("2024-02-15", null)), away);
    assertEquals(found(standing, null, since), CHECK.assess(facts, day(asOf)));
  }

  @Test
  void whatCameAfterASilenceSaysWhatIsThere() {
    Silence away = new Silence(List.of(new Days(day("2025-08-01"), day("2025-08-31"))));
    List<ExpiryFacts.Paper> papers =
        List.of(paper("2025-09-01", "2025-10-31"), paper("2025-02-01", "2025-07-31"));
    assertEquals(
        found(Standing.OVERDUE, null, "2025-11-01"),
        CHECK.assess(new ExpiryFacts(SINCE_MARCH, papers, away), day("2025-11-05")));
    assertEquals(
        Standing.NOT_ASSESSED,
        PAPER
            .assess(new ExpiryFacts(SINCE_MARCH, papers.subList(1, 2), away), day("2095-11-05"))
            .standing(),
        "one without an end may have come");
  }
}
