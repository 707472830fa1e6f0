package org.opora.web.texts;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All texts of one bundle: every {@code i18n/*_<language>.properties} of it. */
public final class Lexicon {
  /** Languages of the product; the first is the one that is written first. */
  public static final List<String> LANGUAGES = List.of("cs", "pl", "en");

  private final Map<String, Map<String, String>> patterns = new HashMap<>();
  private final Map<String, Map<String, Sentence>> parsed = new HashMap<>();

  public Lexicon(Resources resources) {
    for (String language : LANGUAGES) {
      patterns.put(language, load(resources.list("i18n", "*_" + language + ".properties")));
      parsed.put(language, new ConcurrentHashMap<>());
    }
  }

  /** The language of the product that serves this locale. */
  public static String language(Locale locale) {
    return LANGUAGES.contains(locale.getLanguage()) ? locale.getLanguage() : "en";
  }

  public Set<String> keys(String language) {
    return patterns.get(language).keySet();
  }

  /** The parsed text, or null when there is none. */
  Sentence find(Locale locale, String key) {
    String language = language(locale);
    Map<String, Sentence> known = parsed.get(language);
    Sentence sentence = known.get(key);
    if (sentence == null) {
      String pattern = patterns.get(language).get(key);
      if (pattern != null) {
        sentence = new Sentence(Locale.forLanguageTag(language), pattern);
        known.put(key, sentence);
      }
    }
    return sentence;
  }

  boolean empty() {
    return patterns.values().stream().allMatch(Map::isEmpty);
  }

  private static Map<String, String> load(List<URL> files) {
    Map<String, String> all = new HashMap<>();
    for (URL file : files) {
      Properties properties = new Properties();
      try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
        properties.load(reader);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
      properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
    }
    return Map.copyOf(all);
  }
}
