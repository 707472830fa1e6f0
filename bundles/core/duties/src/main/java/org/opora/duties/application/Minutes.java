package org.opora.duties.application;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Fact;

/** Time as evidence has it, as rules count it, and as people write it. */
public final class Minutes {
  private static final BigDecimal HOUR = BigDecimal.valueOf(60);

  private Minutes() {}

  /** Whether the fact says how long. */
  public static boolean tells(Fact fact) {
    return fact.quantity() != null
        && (Evidence.HOURS.equals(fact.unit()) || Evidence.MINUTES.equals(fact.unit()));
  }

  /** How long; 0 when the fact does not say so. */
  public static int of(Fact fact) {
    if (!tells(fact)) {
      return 0;
    }
    BigDecimal minutes =
        Evidence.HOURS.equals(fact.unit()) ? fact.quantity().multiply(HOUR) : fact.quantity();
    return minutes.setScale(0, RoundingMode.HALF_UP).intValueExact();
  }

  static int ofHours(int hours) {
    return Math.multiplyExact(hours, HOUR.intValueExact());
  }

  /** Hours as people write them: 20.5, and 24 without a point. */
  public static BigDecimal hours(int minutes) {
    return Evidence.hours(minutes);
  }
}
