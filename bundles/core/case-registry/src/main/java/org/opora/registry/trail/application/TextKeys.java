package org.opora.registry.trail.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** Which texts there are: the trail is asked for words of codes that another version wrote. */
final class TextKeys {
  private TextKeys() {}

  /**
   * @param files without language and ending
   */
  static Set<String> in(String... files) {
    Set<String> keys = new TreeSet<>();
    for (String file : files) {
      Properties texts = new Properties();
      try (InputStream in =
          TextKeys.class.getResourceAsStream("/i18n/" + file + "_en.properties")) {
        texts.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      keys.addAll(texts.stringPropertyNames());
    }
    return keys;
  }
}
