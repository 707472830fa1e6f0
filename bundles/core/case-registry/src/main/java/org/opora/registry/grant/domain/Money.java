package org.opora.registry.grant.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Money is kept in haléře, and read and written in crowns. */
public final class Money {
  private static final int HUNDREDTHS = 2;
  private static final int TENTHS = 10;
  private static final long CROWN = 100;
  private static final Pattern WRITTEN =
      Pattern.compile("(\\d{1,9})(?:[.,](\\d{1,2}|-))?(?:Kč|CZK)?", Pattern.CASE_INSENSITIVE);

  private Money() {}

  /**
   * As people write it: {@code 1 234,50}, {@code 1234.5}, {@code 500,- Kč}.
   *
   * @throws IllegalArgumentException when it is no sum of money, or one below zero
   */
  public static long parse(String written) {
    Matcher found = WRITTEN.matcher(written.replaceAll("[\\s\\u00a0\\u2009\\u202f]", ""));
    if (!found.matches()) {
      throw new IllegalArgumentException("No sum of money");
    }
    String part = found.group(2);
    long haler = part == null || part.equals("-") ? 0 : Long.parseLong(part);
    return Long.parseLong(found.group(1)) * CROWN
        + (part != null && part.length() == 1 ? haler * TENTHS : haler);
  }

  /** In crowns, with two places. */
  public static BigDecimal crowns(long haler) {
    return BigDecimal.valueOf(haler, HUNDREDTHS);
  }

  /** As it is typed into a form. */
  public static String typed(long haler) {
    BigDecimal crowns = crowns(haler);
    return (haler % CROWN == 0 ? crowns.setScale(0, RoundingMode.UNNECESSARY) : crowns)
        .toPlainString()
        .replace('.', ',');
  }
}
