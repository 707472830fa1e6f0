package org.opora.registry.post.domain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Number of a letter in the book of post. Incoming and outgoing letters share the series of a year.
 *
 * @param turn beginning at 1
 */
public record LetterNumber(int turn, int year) {
  private static final Pattern WRITTEN = Pattern.compile("0*(\\d{1,6})\\s*/\\s*(\\d{4})");

  /** Reads {@code 14/2026}; empty when it is no such number. */
  public static Optional<LetterNumber> parse(String text) {
    Matcher written = WRITTEN.matcher(text.strip());
    return written.matches()
        ? Optional.of(
            new LetterNumber(
                Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return turn + "/" + year;
  }
}
