package org.opora.law.czech;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.opora.api.duties.spi.IntervalRule;
import org.opora.law.czech.contributions.CzechLaw;

/** The three languages say the same. */
class TextsTest {
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");

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
  void everySentenceOfARuleIsThere() throws IOException {
    Properties czech = texts("cs");
    for (var rule : new CzechLaw().rules()) {
      IntervalRule interval = (IntervalRule) rule;
      IntervalRule.Reasons why = interval.reasons();
      for (String key :
          List.of(
              interval.title().key(),
              why.fulfilled(),
              why.dueSoon(),
              why.overdue(),
              why.firstDue(),
              why.broughtAlong(),
              why.beforeOpora(),
              why.sinceOpora())) {
        assertTrue(czech.containsKey(key), key);
      }
      interval.period().forEach(p -> assertTrue(czech.containsKey(p.source().key())));
    }
  }

  private static TreeSet<String> arguments(Properties texts, String key) {
    TreeSet<String> found = new TreeSet<>();
    ARGUMENT.matcher(texts.getProperty(key)).results().forEach(hit -> found.add(hit.group(1)));
    return found;
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
