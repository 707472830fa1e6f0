package org.opora.operations.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sentences of the console: the same in all languages, and every one that the code names. */
class TextsTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");
  private static final Pattern NAMED = Pattern.compile("\"(cli\\.[a-z.-]*[a-z])\"");
  private static final Pattern CODE = Pattern.compile("\"((?:backup|restore|tls)\\.[a-z-]+)\", ");

  @ParameterizedTest
  @ValueSource(strings = {"pl", "en"})
  void everyLanguageHasTheSameKeysAndPlaces(String language) throws IOException {
    Map<String, String> czech = texts("cs");
    Map<String, String> other = texts(language);
    assertEquals(czech.keySet(), other.keySet());
    for (String key : czech.keySet()) {
      assertEquals(places(czech.get(key)), places(other.get(key)), key);
    }
  }

  @Test
  void everySentenceThatTheCodeNamesIsThere() throws IOException {
    Set<String> missing = new TreeSet<>();
    for (Path folder : Set.of(sources("cli"), sources("backup/domain"), sources("tls"))) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String code = Files.readString(file);
          NAMED.matcher(code).results().map(found -> found.group(1)).forEach(missing::add);
          CODE.matcher(code).results().map(found -> "cli." + found.group(1)).forEach(missing::add);
        }
      }
    }
    missing.removeAll(texts("cs").keySet());
    assertEquals(Set.of(), missing);
  }

  private static Path sources(String room) {
    return Path.of("src/main/java/org/opora/operations").resolve(room);
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static Map<String, String> texts(String language) throws IOException {
    Properties texts = new Properties();
    try (Reader reader =
        Files.newBufferedReader(
            Path.of("src/main/resources/i18n/cli_" + language + ".properties"))) {
      texts.load(reader);
    }
    Map<String, String> sorted = new TreeMap<>();
    texts.stringPropertyNames().forEach(key -> sorted.put(key, texts.getProperty(key)));
    return sorted;
  }
}
