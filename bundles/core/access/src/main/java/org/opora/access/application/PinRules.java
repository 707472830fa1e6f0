package org.opora.access.application;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.opora.access.AccessModule;
import org.opora.api.faults.Refused;
import org.opora.api.text.Text;

/**
 * What a PIN must be: six to eight digits, and none of those that are tried first. Days are among
 * them: everybody knows when a colleague was born.
 */
final class PinRules {
  private static final int SHORTEST = 6;
  private static final int LONGEST = 8;
  private static final int DIFFERENT = 3;
  private static final int CENTURY = 2000;

  /** Lines and shapes of the keys, and others that are chosen again and again. */
  private static final Set<String> CHOSEN =
      Set.of(
          "102030",
          "112233",
          "123654",
          "123789",
          "147258",
          "147369",
          "147852",
          "159357",
          "159753",
          "223344",
          "258369",
          "258456",
          "321654",
          "332211",
          "357159",
          "369147",
          "369258",
          "456123",
          "456852",
          "520131",
          "741852",
          "753159",
          "753951",
          "789123",
          "789456",
          "852456",
          "951753",
          "963852",
          "11223344",
          "14725836",
          "5201314",
          "12345679");

  private PinRules() {}

  static void check(char[] pin) {
    if (pin.length < SHORTEST || pin.length > LONGEST || !digits(pin)) {
      throw refused("pin.form");
    }
    String text = new String(pin);
    if (few(pin)
        || even(pin)
        || repeated(text)
        || mirrored(text)
        || CHOSEN.contains(text)
        || day(text)) {
      throw refused("pin.guessed");
    }
  }

  private static boolean digits(char[] pin) {
    for (char one : pin) {
      if (one < '0' || one > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean few(char[] pin) {
    return new String(pin).chars().distinct().count() < DIFFERENT;
  }

  /** From each digit to the next the same step, such as 123456, 987654 and 246802. */
  private static boolean even(char[] pin) {
    int step = Math.floorMod(pin[1] - pin[0], 10);
    for (int i = 2; i < pin.length; i++) {
      if (Math.floorMod(pin[i] - pin[i - 1], 10) != step) {
        return false;
      }
    }
    return true;
  }

  private static boolean repeated(String pin) {
    int half = pin.length() / 2;
    return pin.length() % 2 == 0 && pin.substring(0, half).equals(pin.substring(half))
        || pin.length() % 3 == 0 && pin.equals(pin.substring(0, pin.length() / 3).repeat(3));
  }

  private static boolean mirrored(String pin) {
    return new StringBuilder(pin).reverse().toString().equals(pin);
  }

  private static boolean day(String pin) {
    return switch (pin.length()) {
      case 6 ->
          isDay(CENTURY + part(pin, 4, 6), part(pin, 2, 4), part(pin, 0, 2))
              || isDay(CENTURY + part(pin, 0, 2), part(pin, 2, 4), part(pin, 4, 6));
      case 8 ->
          List.of(19, 20).contains(part(pin, 4, 6))
                  && isDay(part(pin, 4, 8), part(pin, 2, 4), part(pin, 0, 2))
              || List.of(19, 20).contains(part(pin, 0, 2))
                  && isDay(part(pin, 0, 4), part(pin, 4, 6), part(pin, 6, 8));
      default -> false;
    };
  }

  private static int part(String pin, int from, int to) {
    return Integer.parseInt(pin.substring(from, to));
  }

  private static boolean isDay(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day).getDayOfMonth() == day;
    } catch (DateTimeException none) {
      return false;
    }
  }

  /** Longer than any PIN: hashed as if it were one, and fits none. */
  static char[] bounded(char[] pin) {
    return pin.length <= LONGEST ? pin : Arrays.copyOf(pin, LONGEST + 1);
  }

  private static Refused refused(String key) {
    return new Refused("pin", Text.of(AccessModule.ORIGIN, key));
  }
}
