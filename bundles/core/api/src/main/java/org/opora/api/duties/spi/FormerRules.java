package org.opora.api.duties.spi;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * That agreements of before keep the rules of before, unless their parties choose otherwise: the
 * figures of the last day of those rules go on to hold for them.
 *
 * @param figure id under which a pack shows it
 * @param lastDays last day of conclusion of such agreements, which is the last day of the rules of
 *     before; dated, in any order, not overlapping
 */
public record FormerRules(String figure, List<Parameter<LocalDate>> lastDays) {
  /** Every agreement is under the rules of the day. */
  public static final FormerRules NONE = new FormerRules("", List.of());

  public FormerRules {
    Objects.requireNonNull(figure);
    lastDays = List.copyOf(lastDays);
  }

  /** Whether some agreements are under the rules of before on this day. */
  public boolean holdOn(LocalDate day) {
    return lastDays.stream().anyMatch(one -> one.holdsOn(day));
  }

  /**
   * By what an agreement is under the rules of before on a day; empty when it is under those of the
   * day.
   *
   * @param optedIn the first day on which its parties chose the rules of now; null when they did
   *     not
   */
  public Optional<Parameter<LocalDate>> kept(
      LocalDate concludedOn, LocalDate optedIn, LocalDate day) {
    boolean chose = optedIn != null && !optedIn.isAfter(day);
    return lastDays.stream()
        .filter(one -> !chose && one.holdsOn(day))
        .filter(one -> !concludedOn.isAfter(one.value()))
        .findFirst();
  }
}
