package org.opora.access.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.opora.api.faults.Refused;

/** What whoever guesses tries first is refused, and what people can remember is taken. */
class GuessedPasswordsTest {
  private static final long SEED = 20261127;
  private static final List<String> CONTEXT =
      List.of("Mgr. Žofie Kolářová", "zofie.k", "Doprovázení Podhorsko");

  /** What people do to a word that is too short. */
  private static final List<UnaryOperator<String>> HABITS =
      List.of(
          word -> word + "123456789012",
          word -> capital(word) + "2026!!!!!!!",
          word -> "1990" + word + "_19901990",
          word -> (word + "...........").substring(0, Math.max(12, word.length() + 3)),
          word -> capital(word).replace('o', '0').replace('a', '@') + "#2025#2025",
          word -> word.repeat(4),
          word -> "heslo" + word + "12345678",
          word -> capital(word) + " qwertz 12345",
          word -> word + "haslo2026***",
          word -> word + "kolarova1234567",
          word -> "podhorsko-" + word + "-2026");

  /** Words of everyday, as somebody strings them together who was told to. */
  private static final String CZECH =
      "komín nosorožec žehlička chroupe pondělí švestka lednice vítr houpačka brambora pštrosí"
          + " mlýnek vánek kytara mravenec žlutý zvoní rohlík věšák potápí hrušeň sněží koberec"
          + " ježek loupe tramvaj čepice drobí větev kohout zpívá šroubovák lžíce popelnice"
          + " vlaštovka tiše pohovka rybíz plášť hřeben žabí nádraží kvílí obloha";

  private static final String POLISH =
      "wiewiórka czajnik śpiewa żaba tramwaj ołówek łąka gruszka szeleści pociąg dzbanek trzcina"
          + " jeżyna kapelusz mruczy księżyc drabina kłębek śnieg gwiżdże parasol źródło krzesło"
          + " huśtawka pierogowy wąż świeca bębni rower cytryna skrzypi żółw mgła talerz";

  private final PasswordRules rules = new PasswordRules();

  @Test
  void aThousandPasswordsThatAreGuessedAreRefused() throws IOException {
    List<String> bad = new ArrayList<>();
    for (String list : List.of("passwords", "czech", "polish", "common")) {
      // Long words hold five letters of their own in what is left of another one.
      List<String> words = words(list);
      int step = words.size() / 270;
      for (int i = 0; bad.size() < 1_100 && i < 270; i++) {
        String word = words.get(Math.min(i * Math.max(1, step), words.size() - 1));
        bad.add(HABITS.get(i % HABITS.size()).apply(word));
      }
    }
    Set<String> different = new LinkedHashSet<>(bad);
    List<String> taken = different.stream().filter(this::taken).toList();
    assertTrue(different.size() >= 1_000, different.size() + " were tried");
    assertEquals(List.of(), taken, "of " + different.size());
  }

  @Test
  void whatIsLongAndWellKnownIsRefusedAsItStands() throws IOException {
    List<String> longOnes =
        words("passwords").stream().filter(word -> word.length() >= 12).toList();
    assertTrue(longOnes.size() > 200, longOnes.size() + " are long");
    assertEquals(List.of(), longOnes.stream().filter(this::taken).toList());
  }

  @Test
  void twoHundredPassphrasesAreTaken() {
    Random random = new Random(SEED);
    Set<String> good = new LinkedHashSet<>();
    for (String language : List.of(CZECH, POLISH)) {
      String[] words = language.split(" ");
      int before = good.size();
      while (good.size() < before + 100) {
        String phrase =
            String.join(
                random.nextBoolean() ? " " : "-",
                random.ints(0, words.length).distinct().limit(3).mapToObj(i -> words[i]).toList());
        if (phrase.length() >= PasswordRules.SHORTEST_WITH_FACTOR) {
          good.add(phrase);
        }
      }
    }
    assertEquals(200, good.size());
    assertEquals(List.of(), good.stream().filter(phrase -> !taken(phrase)).toList());
  }

  @Test
  void theListsAreAsLongAsTheyHaveToBe() throws IOException {
    assertTrue(words("passwords").size() >= 30_000);
    assertTrue(words("czech").size() >= 20_000);
    assertTrue(words("polish").size() >= 20_000);
    for (String list : List.of("passwords", "czech", "polish")) {
      assertEquals(
          List.of(),
          words(list).stream().filter(word -> !PasswordRules.fold(word).equals(word)).toList(),
          "folded as what is looked for in them");
    }
  }

  private boolean taken(String password) {
    try {
      rules.check(password.toCharArray(), true, CONTEXT);
      return true;
    } catch (Refused refused) {
      return false;
    }
  }

  private static List<String> words(String list) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                PasswordRules.class.getResourceAsStream("/passwords/" + list + ".txt"),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("# "))
          .flatMap(line -> Arrays.stream(line.strip().split("\\s+")))
          .filter(word -> word.length() > 3)
          .toList();
    }
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
