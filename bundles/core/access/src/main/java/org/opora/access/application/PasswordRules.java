package org.opora.access.application;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.opora.access.AccessModule;
import org.opora.api.faults.Refused;
import org.opora.api.text.Text;

/**
 * What a password must be: long, and not what everybody guesses first. There is no rule about kinds
 * of letters: three words are better than one with a digit.
 */
final class PasswordRules {
  /** Where the password is all that somebody needs. */
  static final int SHORTEST = 15;

  /** Where a second factor is asked for after it. */
  static final int SHORTEST_WITH_FACTOR = 12;

  static final int LONGEST = 128;
  static final String FIELD = "password";

  /** Letters that must be left when guessable words are taken away. */
  private static final int OWN_LETTERS = 5;

  /** So many well-known words are together a password of one's own. */
  private static final int WORDS = 3;

  /** So many different letters are a word. */
  private static final int WORD_LETTERS = 3;

  private static final int DIFFERENT = 5;

  private static final List<String> ROWS =
      List.of(
          "qwertyuiop",
          "qwertzuiop",
          "asdfghjkl",
          "zxcvbnm",
          "yxcvbnm",
          "abcdefghijklmnopqrstuvwxyz");

  private final List<String> words;

  PasswordRules() {
    words = longestFirst(read());
  }

  /**
   * @param factor whether its owner gives a second factor after it, or is led to one with it
   * @param context words around the person: the name, the sign-in name, the centre
   * @throws Refused with the sentence for the field {@value #FIELD}
   */
  void check(char[] password, boolean factor, Collection<String> context) {
    int length = Character.codePointCount(password, 0, password.length);
    int shortest = factor ? SHORTEST_WITH_FACTOR : SHORTEST;
    if (length < shortest) {
      throw refused("password.short", shortest);
    }
    if (length > LONGEST) {
      throw refused("password.long", LONGEST);
    }
    String folded = fold(new String(password));
    if (folded.chars().distinct().count() < DIFFERENT) {
      throw refused("password.guessable");
    }
    List<String> near = new ArrayList<>();
    context.stream()
        .filter(word -> word != null)
        .flatMap(word -> Arrays.stream(fold(word).split("[^\\p{L}\\p{N}]+")))
        .filter(word -> word.length() > 2)
        .forEach(near::add);
    String rest = folded;
    for (String word : longestFirst(near)) {
      rest = rest.replace(word, " ");
    }
    if (guessable(rest, null) || guessableWithOneMore(rest)) {
      throw refused("password.guessable");
    }
  }

  /**
   * The same when one of the many words that are only tried in their turn is well known, too,
   * whichever it is. Two of them together are a great many.
   */
  private boolean guessableWithOneMore(String folded) {
    return GuessedWords.in(folded).stream().anyMatch(word -> guessable(folded, word));
  }

  /**
   * One or two well-known words with digits around them are guessed at once; three different ones
   * are not.
   *
   * @param more counts as well known; or null
   */
  private boolean guessable(String folded, String more) {
    String rest = folded;
    Set<String> found = new HashSet<>();
    if (more != null) {
      found.add(more);
      rest = rest.replace(more, " ");
    }
    for (String word : words) {
      if (rest.contains(word)) {
        found.add(word);
        rest = rest.replace(word, " ");
      }
    }
    rest = withoutRows(rest);
    found.addAll(List.of(rest.split("[^\\p{L}]+")));
    return letters(rest) < OWN_LETTERS
        && found.stream().filter(PasswordRules::counts).count() < WORDS;
  }

  /** A number or a row of keys makes no password longer for who guesses. */
  private static boolean counts(String word) {
    return letters(withoutRows(word)) >= WORD_LETTERS;
  }

  private static long letters(String text) {
    return text.codePoints().filter(Character::isLetter).distinct().count();
  }

  /** Takes away runs of four and more keys that lie side by side. */
  private static String withoutRows(String text) {
    String rest = text;
    for (String row : ROWS) {
      String back = new StringBuilder(row).reverse().toString();
      for (int width = row.length(); width >= 4; width--) {
        for (int from = 0; from + width <= row.length(); from++) {
          rest = rest.replace(row.substring(from, from + width), " ");
          rest = rest.replace(back.substring(from, from + width), " ");
        }
      }
    }
    return rest;
  }

  /** Lower case, without marks, and with the digits that stand for letters. */
  static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replace('ł', 'l')
        .replace('@', 'a')
        .replace('$', 's')
        .replaceAll("(?<=\\p{L})0(?=\\p{L})", "o")
        .replaceAll("(?<=\\p{L})1(?=\\p{L})", "i")
        .replaceAll("(?<=\\p{L})3(?=\\p{L})", "e")
        .replaceAll("(?<=\\p{L})4(?=\\p{L})", "a")
        .replaceAll("(?<=\\p{L})5(?=\\p{L})", "s");
  }

  private static List<String> longestFirst(Collection<String> words) {
    return words.stream()
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(word -> word))
        .toList();
  }

  private static Set<String> read() {
    Set<String> words = new HashSet<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                PasswordRules.class.getResourceAsStream("/passwords/common.txt"),
                StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.trim().split("\\s+")))
          .map(PasswordRules::fold)
          .filter(word -> word.length() > 3)
          .forEach(words::add);
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Refused refused(String key, Object... arguments) {
    return new Refused(FIELD, Text.of(AccessModule.ORIGIN, key, arguments));
  }
}
