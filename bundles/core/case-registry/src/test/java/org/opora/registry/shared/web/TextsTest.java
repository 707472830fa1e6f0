package org.opora.registry.shared.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The texts of the bundle: the same keys, arguments and forms in all languages, and every key that
 * pages and handlers name.
 */
class TextsTest {
  private static final Path TEXTS = Path.of("src/main/resources/i18n");
  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final List<String> LANGUAGES = List.of("cs", "pl", "en");
  private static final Pattern IN_TEMPLATE = Pattern.compile("\\bt\\('([^']+)'([^~]?)");
  private static final Pattern IN_HANDLER =
      Pattern.compile(
          "(?:Words\\.of|\\bof|done)\\((?:file, )?\\s*\"([a-z][\\w-]*(?:\\.[\\w-]+)+)\"");

  @TestFactory
  Stream<DynamicTest> everyLanguageHasTheSameKeysAndArguments() {
    Map<String, String> czech = texts("cs");
    return Stream.of("pl", "en")
        .map(
            language ->
                DynamicTest.dynamicTest(
                    language,
                    () -> {
                      Map<String, String> other = texts(language);
                      assertEquals(czech.keySet(), other.keySet());
                      czech.forEach(
                          (key, pattern) ->
                              assertEquals(arguments(pattern), arguments(other.get(key)), key));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> everyPluralHasTheFormsOfItsLanguage() {
    return LANGUAGES.stream()
        .map(
            language ->
                DynamicTest.dynamicTest(
                    language,
                    () ->
                        texts(language)
                            .forEach(
                                (key, pattern) -> {
                                  Set<String> forms = pluralForms(pattern);
                                  assertTrue(
                                      forms.isEmpty() || enough(language, forms),
                                      key + " has only " + forms);
                                })));
  }

  @Test
  void everyKeyOfATemplateIsThere() throws IOException {
    Set<String> known = texts("cs").keySet();
    Set<String> missing = new TreeSet<>();
    for (Path template : files(TEMPLATES, ".peb")) {
      Matcher keys = IN_TEMPLATE.matcher(Files.readString(template));
      while (keys.find()) {
        String key = keys.group(1);
        boolean prefix = key.endsWith(".");
        boolean here =
            key.startsWith("shell.")
                || (prefix ? known.stream().anyMatch(k -> k.startsWith(key)) : known.contains(key));
        if (!here) {
          missing.add(template.getFileName() + ": " + key);
        }
      }
    }
    assertEquals(Set.of(), missing);
  }

  @Test
  void everyKeyOfAHandlerIsThere() throws IOException {
    Set<String> known = texts("cs").keySet();
    Set<String> missing = new TreeSet<>();
    int found = 0;
    for (Path source : files(SOURCES, ".java")) {
      if (!source.getParent().endsWith("web")) {
        continue;
      }
      Matcher keys = IN_HANDLER.matcher(Files.readString(source));
      while (keys.find()) {
        found++;
        if (!known.contains(keys.group(1))) {
          missing.add(source.getFileName() + ": " + keys.group(1));
        }
      }
    }
    assertEquals(Set.of(), missing);
    assertTrue(found > 50, "only " + found + " keys were found, the search is broken");
  }

  @Test
  void nobodyIsToldThatSomethingWentSuccessfully() {
    for (String language : LANGUAGES) {
      texts(language)
          .forEach(
              (key, text) -> {
                assertFalse(text.contains("!"), language + " " + key);
                assertFalse(
                    text.toLowerCase(java.util.Locale.ROOT)
                        .matches(".*(successfully|úspěšně|pomyślnie).*"),
                    language + " " + key);
              });
    }
  }

  private static Map<String, String> texts(String language) {
    Map<String, String> all = new TreeMap<>();
    for (Path file : files(TEXTS, "_" + language + ".properties")) {
      Properties properties = new Properties();
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException unreadable) {
        throw new AssertionError(file.toString(), unreadable);
      }
      properties
          .stringPropertyNames()
          .forEach(
              key ->
                  assertTrue(
                      all.put(key, properties.getProperty(key)) == null, key + " stands twice"));
    }
    assertFalse(all.isEmpty(), language);
    return all;
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException unreadable) {
      throw new AssertionError(folder.toString(), unreadable);
    }
  }

  private static Set<Integer> arguments(String text) {
    MessagePattern pattern = new MessagePattern(text);
    Set<Integer> numbers = new TreeSet<>();
    for (int i = 0; i < pattern.countParts(); i++) {
      if (pattern.getPartType(i) == MessagePattern.Part.Type.ARG_NUMBER) {
        numbers.add(pattern.getPart(i).getValue());
      }
    }
    return numbers;
  }

  private static Set<String> pluralForms(String text) {
    MessagePattern pattern = new MessagePattern(text);
    Set<String> forms = new TreeSet<>();
    for (int i = 0; i < pattern.countParts(); i++) {
      MessagePattern.Part part = pattern.getPart(i);
      boolean plural =
          part.getType() == MessagePattern.Part.Type.ARG_START
              && part.getArgType() == MessagePattern.ArgType.PLURAL;
      if (plural) {
        for (int j = i; j < pattern.getLimitPartIndex(i); j++) {
          if (pattern.getPartType(j) == MessagePattern.Part.Type.ARG_SELECTOR) {
            forms.add(pattern.getSubstring(pattern.getPart(j)));
          }
        }
      }
    }
    return forms;
  }

  /**
   * A sentence that is the same for two forms may leave one out, but never "other", nor "one"
   * together with "few".
   */
  private static boolean enough(String language, Set<String> forms) {
    Set<String> of = PluralRules.forLocale(new ULocale(language)).getKeywords();
    return of.containsAll(forms) && forms.contains("other") && forms.contains("one");
  }
}
