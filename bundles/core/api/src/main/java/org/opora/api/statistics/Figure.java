package org.opora.api.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A figure with the name under which its list is found.
 *
 * @param code of the figure within its statistic: the same in every period, so it can be kept
 * @param amount what its list adds up to
 */
public record Figure(String code, Measure measure, long amount) {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]+([.][A-Za-z0-9_-]+)*");
  private static final int LONGEST = 120;
  private static final BigDecimal HOUR = BigDecimal.valueOf(60);
  private static final int HUNDREDTHS = 2;

  public Figure {
    Objects.requireNonNull(measure);
    if (code.length() > LONGEST || !CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("no code of a figure: " + code);
    }
  }

  /** As people read it: hours, crowns and full times instead of what they are kept in. */
  public BigDecimal shown() {
    return shown(measure, amount);
  }

  /** The same of an amount of this measure. */
  public static BigDecimal shown(Measure measure, long amount) {
    return switch (measure) {
      case MINUTES ->
          plain(BigDecimal.valueOf(amount).divide(HOUR, HUNDREDTHS, RoundingMode.HALF_UP));
      case SHARES -> plain(BigDecimal.valueOf(amount, HUNDREDTHS));
      case MONEY -> BigDecimal.valueOf(amount, HUNDREDTHS);
      case PEOPLE, HEADS, EVENTS, RECORDS, DAYS -> BigDecimal.valueOf(amount);
    };
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal shorter = number.stripTrailingZeros();
    return shorter.scale() < 0 ? shorter.setScale(0, RoundingMode.UNNECESSARY) : shorter;
  }
}
