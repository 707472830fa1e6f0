package org.opora.access.application;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * More than a hundred thousand passwords, words and names that are tried one by one. A password is
 * chosen seldom, so the lists are read anew for each and take no memory in between.
 */
final class GuessedWords {
  private static final List<String> LISTS =
      List.of("/passwords/passwords.txt", "/passwords/czech.txt", "/passwords/polish.txt");

  private static final int SHORTEST = 4;
  private static final int LONGEST = 40;

  private GuessedWords() {}

  /**
   * Those of them that stand in this text.
   *
   * @param folded as {@link PasswordRules#fold} gives it
   */
  static Set<String> in(String folded) {
    Set<String> parts = parts(folded);
    Set<String> found = new HashSet<>();
    for (String list : LISTS) {
      try (BufferedReader lines = open(list)) {
        for (String word = lines.readLine(); word != null; word = lines.readLine()) {
          if (parts.contains(word)) {
            found.add(word);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }

  private static Set<String> parts(String text) {
    Set<String> parts = new HashSet<>();
    for (int from = 0; from + SHORTEST <= text.length(); from++) {
      for (int to = from + SHORTEST; to <= Math.min(text.length(), from + LONGEST); to++) {
        parts.add(text.substring(from, to));
      }
    }
    return parts;
  }

  private static BufferedReader open(String list) {
    return new BufferedReader(
        new InputStreamReader(
            GuessedWords.class.getResourceAsStream(list), StandardCharsets.UTF_8));
  }
}
