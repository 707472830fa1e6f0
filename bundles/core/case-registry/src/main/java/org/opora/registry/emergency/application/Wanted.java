package org.opora.registry.emergency.application;

import java.time.LocalDate;

/**
 * Which file somebody needs: its number, or the name and day of birth of somebody in it.
 *
 * @param number null when it is not known
 */
public record Wanted(String number, String given, String family, LocalDate born) {
  public static Wanted numbered(String number) {
    return new Wanted(number, null, null, null);
  }

  public static Wanted of(String given, String family, LocalDate born) {
    return new Wanted(null, given, family, born);
  }
}
