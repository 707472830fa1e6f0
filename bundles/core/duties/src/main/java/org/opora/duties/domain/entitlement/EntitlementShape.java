package org.opora.duties.domain.entitlement;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.Figures;
import org.opora.duties.domain.Stretch;

/**
 * So much per calendar year that may be used, and no more without a written reason; what is left
 * does not go into the next year. A cap is the same: so much that may be charged.
 *
 * <p>The amount is the figure of 1 January, or of the first day in the year on which there was a
 * right; a change of the law within the year does not move it.
 *
 * @param amount per calendar year through the years
 * @param byMonth whether a part of a year gives only its twelfths, one for each month with a day of
 *     right; what does not come out even is rounded up, in favour of the person
 */
public record EntitlementShape(EntitlementUnit unit, Figures<Integer> amount, boolean byMonth) {
  /**
   * The ledger.
   *
   * @return the years from the first right or entry to the day asked for; empty when there was none
   */
  public List<EntitlementYear> assess(EntitlementFacts facts, LocalDate asOf) {
    return IntStream.rangeClosed(firstYear(facts, asOf), asOf.getYear())
        .mapToObj(Year::of)
        .map(year -> new EntitlementLedger(unit, facts, year, known(year, asOf)))
        .map(ledger -> year(ledger, asOf))
        .toList();
  }

  private static LocalDate known(Year year, LocalDate asOf) {
    LocalDate last = year.atMonth(12).atEndOfMonth();
    return last.isBefore(asOf) ? last : asOf;
  }

  /** After the year of the day asked for when there is none. */
  private static int firstYear(EntitlementFacts facts, LocalDate asOf) {
    Stream<Days> entries =
        Stream.concat(facts.own().stream(), facts.joint().stream()).map(EntitlementEntry::days);
    return Stream.concat(facts.entitled().stream(), entries)
        .map(Days::from)
        .filter(from -> !from.isAfter(asOf))
        .mapToInt(LocalDate::getYear)
        .min()
        .orElse(asOf.getYear() + 1);
  }

  private EntitlementYear year(EntitlementLedger ledger, LocalDate asOf) {
    EntitlementUse use = ledger.use();
    Optional<Integer> given = ledger.entitledFrom().flatMap(amount::on);
    if (given.isEmpty()) {
      return new EntitlementYear(ledger.year(), EntitlementGround.NOT_ENTITLED, 0, use, 0, 0, 0);
    }
    int whole = byMonth ? part(given.get(), ledger.months()) : given.get();
    int left = Math.max(0, whole - use.used());
    int over = Math.max(0, use.used() - whole);
    int justified = Math.min(over, use.justified());
    EntitlementGround ground = ground(ledger, left, over, justified, asOf);
    return new EntitlementYear(ledger.year(), ground, whole, use, left, over, justified);
  }

  private static int part(int whole, int months) {
    int year = Stretch.CALENDAR_YEAR.months();
    return (whole * months + year - 1) / year;
  }

  /** What is over is over, whatever else may have been used in silence. */
  private static EntitlementGround ground(
      EntitlementLedger ledger, int left, int over, int justified, LocalDate asOf) {
    if (over > justified) {
      return EntitlementGround.OVER;
    }
    if (ledger.silent()) {
      return EntitlementGround.UNKNOWN;
    }
    if (over > 0) {
      return EntitlementGround.OVER_JUSTIFIED;
    }
    if (left == 0) {
      return EntitlementGround.USED_UP;
    }
    if (ledger.year().isBefore(Year.from(asOf))) {
      return EntitlementGround.LAPSED;
    }
    return ledger.entitledOn(asOf) ? EntitlementGround.OPEN : EntitlementGround.NOT_NOW;
  }
}
