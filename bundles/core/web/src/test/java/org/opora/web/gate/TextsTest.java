package org.opora.web.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opora.api.text.Text;
import org.opora.web.texts.Lexicon;
import org.opora.web.texts.Words;
import org.opora.web.texts.Written;

class TextsTest {
  private static final Path FILES = Path.of("src/main/resources/i18n");
  private static final Pattern USED = Pattern.compile("\\bt\\('([a-z0-9.-]+)'");

  private final Lexicon shell = new Lexicon(FolderResources.shell());
  private final Words words =
      new Words(
          shell,
          origin -> origin.equals("org.opora.web") ? shell : null,
          new Written(TestHouse.ZONE));

  @Test
  void theThreeLanguagesHaveTheSameKeysArgumentsAndForms() throws IOException {
    Map<String, String> czech = load("cs");
    for (String language : Lexicon.LANGUAGES) {
      Map<String, String> texts = load(language);
      assertEquals(czech.keySet(), texts.keySet(), language);
      texts.forEach(
          (key, pattern) -> {
            assertFalse(pattern.isBlank(), language + " " + key);
            assertFalse(pattern.contains("!"), language + " " + key);
            assertEquals(arguments(czech.get(key)), arguments(pattern), language + " " + key);
            forms(pattern).forEach(forms -> assertForms(language, key, forms));
          });
    }
  }

  private static void assertForms(String language, String key, Set<String> forms) {
    Set<String> needed = PluralRules.forLocale(Locale.forLanguageTag(language)).getKeywords();
    assertTrue(
        forms.containsAll(needed), language + " " + key + " has " + forms + ", needs " + needed);
  }

  private static Set<Integer> arguments(String pattern) {
    MessagePattern parsed = new MessagePattern(pattern);
    Set<Integer> numbers = new TreeSet<>();
    for (int i = 0; i < parsed.countParts(); i++) {
      if (parsed.getPartType(i) == Part.Type.ARG_NUMBER) {
        numbers.add(parsed.getPart(i).getValue());
      }
    }
    return numbers;
  }

  private static List<Set<String>> forms(String pattern) {
    MessagePattern parsed = new MessagePattern(pattern);
    List<Set<String>> all = new ArrayList<>();
    for (int i = 0; i < parsed.countParts(); i++) {
      if (parsed.getPartType(i) == Part.Type.ARG_START
          && parsed.getPart(i).getArgType() == MessagePattern.ArgType.PLURAL) {
        Set<String> forms = new HashSet<>();
        for (int j = i + 1; j < parsed.getLimitPartIndex(i); j++) {
          if (parsed.getPartType(j) == Part.Type.ARG_SELECTOR) {
            forms.add(parsed.getSubstring(parsed.getPart(j)));
          }
        }
        all.add(forms);
      }
    }
    return all;
  }

  @Test
  void everyTextATemplateNamesExists() throws IOException {
    Set<String> keys = load("cs").keySet();
    try (Stream<Path> templates = Files.list(Path.of("src/main/resources/templates"))) {
      for (Path template : templates.toList()) {
        Matcher used = USED.matcher(Files.readString(template));
        while (used.find()) {
          assertTrue(keys.contains(used.group(1)), template + " names " + used.group(1));
        }
      }
    }
  }

  @Test
  void pluralFormsAreThoseOfTheLanguage() {
    assertEquals("za 2 dny", words.say(Locale.forLanguageTag("cs"), "shell.in.days", 2L));
    assertEquals("za 5 dní", words.say(Locale.forLanguageTag("cs"), "shell.in.days", 5L));
    assertEquals("za 22 dni", words.say(Locale.forLanguageTag("pl"), "shell.in.days", 22L));
    assertEquals("1 day ago", words.say(Locale.ENGLISH, "shell.ago.days", 1));
    assertEquals("5 days ago", words.say(Locale.ENGLISH, "shell.ago.days", 5));
    assertEquals("Messages: none new", words.say(Locale.ENGLISH, "inbox.bell", 0L));
    assertEquals(
        "Write a number from 0 to 2,000.", words.say(Locale.ENGLISH, "form.range", 0, 2_000));
  }

  @Test
  void datesAreWrittenAsPeopleWriteThem() {
    Written written = words.written();
    LocalDate day = LocalDate.of(2026, 3, 5);
    assertEquals("5. 3. 2026", written.date(Locale.forLanguageTag("cs"), day));
    assertEquals("5.03.2026", written.date(Locale.forLanguageTag("pl"), day));
    assertEquals("5 Mar 2026", written.date(Locale.ENGLISH, day));
    assertEquals("čtvrtek 5. 3. 2026", written.weekday(Locale.forLanguageTag("cs"), day));
    assertEquals("czwartek, 5.03.2026", written.weekday(Locale.forLanguageTag("pl"), day));
    assertEquals(
        "5. 3. 2026 9:07",
        written.moment(Locale.forLanguageTag("cs"), Instant.parse("2026-03-05T08:07:00Z")));
    assertEquals(
        "„5. 3. 2026“ není celé číslo.",
        words.say(Locale.forLanguageTag("cs"), "form.number", day));
  }

  @Test
  void aTextOfABundleThatIsGoneIsStillASentence() {
    assertEquals(
        "This text is not available at the moment.",
        words.say(Locale.ENGLISH, Text.of("org.example.gone", "some.key", "x")));
    assertEquals("??no.such.key??", words.say(Locale.ENGLISH, "no.such.key"));
  }

  private static Map<String, String> load(String language) throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        Files.newBufferedReader(FILES.resolve("messages_" + language + ".properties"))) {
      properties.load(reader);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
    return texts;
  }
}
