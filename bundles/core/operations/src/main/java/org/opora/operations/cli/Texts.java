package org.opora.operations.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Sentences of the console. Only plain places such as {@code {0}}: there is no ICU here. */
final class Texts {
  private final String language;
  private final Properties texts = new Properties();

  private Texts(String language) {
    this.language = language;
    try (InputStream in =
        Texts.class.getResourceAsStream("/i18n/cli_" + language + ".properties")) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** In the language of the environment: {@code OPORA_LANG}, then the usual variables. */
  static Texts of(Map<String, String> environment) {
    for (String name : new String[] {"OPORA_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = environment.getOrDefault(name, "").toLowerCase(Locale.ROOT);
      if (!value.isBlank()) {
        return new Texts(value.startsWith("cs") ? "cs" : value.startsWith("pl") ? "pl" : "en");
      }
    }
    return new Texts("en");
  }

  String language() {
    return language;
  }

  boolean has(String key) {
    return texts.containsKey(key);
  }

  String text(String key, Object... arguments) {
    String text = texts.getProperty(key, "??" + key + "??").replace("''", "'");
    for (int i = 0; i < arguments.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
    }
    return text;
  }
}
