package org.opora.registry.shared.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.Test;
import org.opora.testkit.Texts;

/**
 * The texts of the bundle: the same keys, arguments and forms in all languages, and every key that
 * pages and handlers name.
 */
class TextsTest {
  private static final Path TEXTS = Path.of("src/main/resources/i18n");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern IN_HANDLER =
      Pattern.compile(
          "(?:Words\\.of|\\bof|done)\\((?:file, )?\\s*\"([a-z][\\w-]*(?:\\.[\\w-]+)+)\"");

  @Test
  void theLanguagesAreInStep() {
    assertEquals(List.of(), Texts.faults(Path.of("target/classes")));
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
}
