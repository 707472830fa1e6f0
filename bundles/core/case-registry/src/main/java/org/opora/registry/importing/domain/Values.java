package org.opora.registry.importing.domain;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opora.api.files.CareKind;

/** Reads what people type into cells. An empty answer means: this cannot be read. */
public final class Values {
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})\\s*[./-]\\s*(\\d{1,2})\\s*[./-]\\s*(\\d{4}|\\d{2})\\.?");
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(\\d{4})\\s*[-./]\\s*(\\d{1,2})\\s*[-./]\\s*(\\d{1,2})(?:[T ]00:00(?::00)?(?:\\.0+)?)?");
  private static final Pattern BLANKS = Pattern.compile("[\\s\u00a0\u2007\u202f\ufeff]+");
  private static final Pattern SERIAL = Pattern.compile("\\d{5}");
  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
  private static final int CENTURY_TURNS_AT = 40;

  private Values() {}

  /** Collapses blanks, hard spaces included, and takes them away at both ends. */
  public static String tidy(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }

  public static Optional<LocalDate> date(String text) {
    String tidy = tidy(text);
    try {
      Matcher day = DAY_FIRST.matcher(tidy);
      if (day.matches()) {
        return Optional.of(
            LocalDate.of(year(day.group(3)), number(day.group(2)), number(day.group(1))));
      }
      Matcher year = YEAR_FIRST.matcher(tidy);
      if (year.matches()) {
        return Optional.of(
            LocalDate.of(number(year.group(1)), number(year.group(2)), number(year.group(3))));
      }
      return SERIAL.matcher(tidy).matches()
          ? Optional.of(SERIAL_ZERO.plusDays(number(tidy)))
          : Optional.empty();
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** A number with decimal comma or point, not negative; a unit behind it is passed over. */
  public static Optional<BigDecimal> decimal(String text) {
    String plain =
        tidy(text)
            .replaceAll("(?i)\\s*(h|hod\\.?|hodin|godz\\.?|hours|dn[iíůy]|dny|days)$", "")
            .replace(" ", "")
            .replace(',', '.');
    return plain.matches("\\d{1,7}(\\.\\d{1,4})?")
        ? Optional.of(new BigDecimal(plain))
        : Optional.empty();
  }

  /** A name in capitals is written as names are: first letters large, also after a hyphen. */
  public static String name(String text) {
    String tidy = tidy(text);
    return capitals(tidy) ? titled(tidy) : tidy;
  }

  /** Whether a name of at least three letters is written in capitals only. */
  public static boolean capitals(String name) {
    return name.chars().filter(Character::isLetter).count() > 2
        && name.equals(name.toUpperCase(Locale.ROOT))
        && !name.equals(name.toLowerCase(Locale.ROOT));
  }

  private static String titled(String name) {
    StringBuilder titled = new StringBuilder(name.length());
    boolean first = true;
    for (char c : name.toCharArray()) {
      titled.append(first ? Character.toUpperCase(c) : Character.toLowerCase(c));
      first = !Character.isLetter(c);
    }
    return titled.toString();
  }

  /**
   * Groups of three digits behind the prefix of the country; what is no phone number stays as it
   * is.
   */
  public static String phone(String text) {
    String tidy = tidy(text);
    String digits = tidy.replaceAll("[\\s()/.-]", "").replaceFirst("^00", "+");
    Matcher parts = Pattern.compile("(\\+\\d{2,3})?(\\d{3})(\\d{3})(\\d{3})").matcher(digits);
    if (!parts.matches()) {
      return tidy;
    }
    String prefix = parts.group(1) == null ? "" : parts.group(1) + " ";
    return prefix + parts.group(2) + " " + parts.group(3) + " " + parts.group(4);
  }

  /** Czech {@code 741 01}, Polish {@code 30-001}; anything else stays as it is. */
  public static String postalCode(String text) {
    String tidy = tidy(text);
    String digits = tidy.replace(" ", "");
    return digits.matches("\\d{5}") ? digits.substring(0, 3) + " " + digits.substring(3) : tidy;
  }

  /** The kind of care the words name. */
  public static Optional<CareKind> careKind(String text) {
    String folded = Folded.of(text);
    if (has(folded, "prechodn", "pppd", "temporar", "pogotow", "short-term")) {
      return Optional.of(CareKind.TEMPORARY);
    }
    if (has(folded, "predpest", "pre-foster", "prefoster", "behem rizeni", "preadop")) {
      return Optional.of(CareKind.PRE_FOSTER);
    }
    if (has(folded, "porucn", "guardian", "opiekun prawn", "opieka prawn")) {
      return Optional.of(CareKind.GUARDIAN);
    }
    if (has(folded, "niespokrewn")) {
      return Optional.of(CareKind.LONG_TERM);
    }
    if (has(folded, "pribuz", "kinship", "spokrewn", "prarod")) {
      return Optional.of(CareKind.KINSHIP);
    }
    return has(folded, "dlouhodob", "long", "niezawodow", "dlugotermin", "zprostredkovan")
        ? Optional.of(CareKind.LONG_TERM)
        : Optional.empty();
  }

  /** What is usual: kinship care is not mediated by the authority, the others are (domain 2.2). */
  public static boolean usuallyMediated(CareKind kind) {
    return kind != CareKind.KINSHIP;
  }

  public static Optional<Boolean> yesNo(String text) {
    return switch (Folded.of(text)) {
      case "ano", "a", "yes", "y", "tak", "t", "1", "x", "true", "zprostredkovana" ->
          Optional.of(true);
      case "ne", "n", "no", "nie", "0", "false", "nezprostredkovana" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** Whether a cell holds a formula as text; it is kept as plain text and never calculated. */
  public static boolean formula(String text) {
    return text.matches("(?s)\\s*([=@]|[+-][A-Za-z]+\\().*");
  }

  private static boolean has(String folded, String... words) {
    for (String word : words) {
      if (folded.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static int year(String digits) {
    int year = number(digits);
    return digits.length() == 4 ? year : year + (year < CENTURY_TURNS_AT ? 2000 : 1900);
  }
}
