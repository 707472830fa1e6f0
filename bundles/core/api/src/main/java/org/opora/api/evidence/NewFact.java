package org.opora.api.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What one record proves about one subject.
 *
 * @param kind such as {@code visit}; at most 60 characters
 * @param on the day, or the first of several
 * @param until the last of several days, or the last day on which something is valid; null where
 *     the kind has one day only, or names no last one
 * @param quantity how much, in {@code unit}; null when it only counts that it happened
 * @param unit {@link Evidence#MINUTES}, {@link Evidence#HOURS} or another of at most 20 characters
 * @param form code of the way it was done, for what is counted apart; null when there is none. At
 *     most 40 characters, never words
 * @param ref what ties facts of several kinds to one another, as a request and its answer; null
 *     when nothing does. A key, at most 80 characters, never words
 * @param openingBalance whether it was taken over from former records
 */
public record NewFact(
    String kind,
    About about,
    LocalDate on,
    LocalDate until,
    BigDecimal quantity,
    String unit,
    String form,
    String ref,
    boolean openingBalance) {
  public NewFact {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(about);
    Objects.requireNonNull(on);
    if (until != null && until.isBefore(on)) {
      throw new IllegalArgumentException("A fact does not end before it begins");
    }
  }

  /** That it happened on a day. */
  public static NewFact of(String kind, About about, LocalDate on) {
    return new NewFact(kind, about, on, null, null, null, null, null, false);
  }

  public NewFact until(LocalDate last) {
    return new NewFact(kind, about, on, last, quantity, unit, form, ref, openingBalance);
  }

  public NewFact amounting(BigDecimal much, String in) {
    return new NewFact(kind, about, on, until, much, in, form, ref, openingBalance);
  }

  public NewFact formed(String code) {
    return new NewFact(kind, about, on, until, quantity, unit, code, ref, openingBalance);
  }

  public NewFact tiedTo(String key) {
    return new NewFact(kind, about, on, until, quantity, unit, form, key, openingBalance);
  }

  public NewFact takenOver() {
    return new NewFact(kind, about, on, until, quantity, unit, form, ref, true);
  }
}
