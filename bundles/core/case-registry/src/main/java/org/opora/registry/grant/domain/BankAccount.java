package org.opora.registry.grant.domain;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a bank account. A slip of the pen does not pass: a Czech number carries its check
 * in its prefix and in its number (weighted sum, modulo 11), an international one in its first four
 * places (ISO 13616, modulo 97).
 */
public final class BankAccount {
  private static final Pattern DOMESTIC = Pattern.compile("(?:(\\d{1,6})-)?(\\d{2,10})/(\\d{4})");
  private static final Pattern INTERNATIONAL = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
  private static final int[] WEIGHTS = {6, 3, 7, 9, 10, 5, 8, 4, 2, 1};
  private static final int ELEVEN = 11;
  private static final int FOUR = 4;
  private static final int LETTERS = 36;
  private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

  private BankAccount() {}

  /**
   * @return the number without blanks; null when it is none
   */
  public static String checked(String written) {
    String account = written.replaceAll("[\\s\\u00a0]", "").toUpperCase(Locale.ROOT);
    Matcher domestic = DOMESTIC.matcher(account);
    if (domestic.matches()) {
      boolean sound =
          (domestic.group(1) == null || weighed(domestic.group(1)))
              && weighed(domestic.group(2))
              && domestic.group(2).chars().filter(digit -> digit != '0').count() > 1;
      return sound ? account : null;
    }
    return INTERNATIONAL.matcher(account).matches() && international(account) ? account : null;
  }

  private static boolean weighed(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += (digits.charAt(i) - '0') * WEIGHTS[WEIGHTS.length - digits.length() + i];
    }
    return sum % ELEVEN == 0;
  }

  private static boolean international(String account) {
    StringBuilder number = new StringBuilder();
    (account.substring(FOUR) + account.substring(0, FOUR))
        .chars()
        .forEach(sign -> number.append(Character.digit(sign, LETTERS)));
    return new BigInteger(number.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
  }
}
