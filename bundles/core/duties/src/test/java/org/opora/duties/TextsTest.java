package org.opora.duties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.opora.api.duties.Duties;
import org.opora.api.duties.Trust;

/** The three languages say the same, and templates say nothing that is not there. */
class TextsTest {
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");
  private static final Pattern KEY = Pattern.compile("(?<![a-z])t\\('([a-z0-9.-]+)'");

  @Test
  void sameKeysAndArguments() throws IOException {
    Properties czech = texts("cs");
    for (String language : List.of("pl", "en")) {
      Properties other = texts(language);
      assertEquals(czech.stringPropertyNames(), other.stringPropertyNames(), language);
      for (String key : czech.stringPropertyNames()) {
        assertFalse(other.getProperty(key).isBlank(), key);
        assertEquals(arguments(czech, key), arguments(other, key), key + " " + language);
      }
    }
  }

  @Test
  void everyWordOfTheTemplatesIsThere() throws IOException {
    Properties czech = texts("cs");
    for (String template :
        List.of("duties", "duties-card", "duties-rules", "duties-tab", "duty-row")) {
      KEY.matcher(read("/templates/" + template + ".peb"))
          .results()
          .map(hit -> hit.group(1))
          .filter(key -> !key.endsWith("."))
          .forEach(key -> assertTrue(czech.containsKey(key), template + ": " + key));
    }
  }

  @Test
  void everyStatusKindAndMarkHasAWord() throws IOException {
    Properties czech = texts("cs");
    for (Duties.Status status : Duties.Status.values()) {
      assertTrue(czech.containsKey("status." + status));
    }
    for (Duties.SubjectKind kind : Duties.SubjectKind.values()) {
      assertTrue(czech.containsKey("kind." + kind));
    }
    for (Trust trust : Trust.values()) {
      assertTrue(czech.containsKey("trust." + trust));
    }
  }

  private static TreeSet<String> arguments(Properties texts, String key) {
    TreeSet<String> found = new TreeSet<>();
    ARGUMENT.matcher(texts.getProperty(key)).results().map(MatchResult::group).forEach(found::add);
    return found;
  }

  private static String read(String resource) throws IOException {
    try (InputStream in = TextsTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Properties texts(String language) throws IOException {
    Properties texts = new Properties();
    try (Reader reader =
        new InputStreamReader(
            TextsTest.class.getResourceAsStream("/i18n/messages_" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }
}
