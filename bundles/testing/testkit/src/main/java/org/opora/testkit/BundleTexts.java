package org.opora.testkit;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.opora.api.text.Messages;
import org.opora.api.text.Text;
import org.opora.api.text.Title;

/** The words of one bundle, read from its own files as they were built: a folder or a package. */
public final class BundleTexts implements Messages {
  /** By where a bundle lies: many tests want its words, and nobody changes them meanwhile. */
  private static final Map<Path, Map<String, Properties>> READ = new ConcurrentHashMap<>();

  private final String origin;
  private final Map<String, Properties> byLanguage;

  /**
   * @param inside any class of the bundle
   * @param origin symbolic name of the bundle
   */
  public BundleTexts(Class<?> inside, String origin) {
    this.origin = origin;
    try {
      this.byLanguage =
          READ.computeIfAbsent(
              Path.of(inside.getProtectionDomain().getCodeSource().getLocation().toURI()),
              BundleTexts::built);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Properties> built(Path bundle) {
    try {
      if (Files.isDirectory(bundle)) {
        return read(bundle);
      }
      try (FileSystem packed = FileSystems.newFileSystem(bundle, Map.of())) {
        return read(packed.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Properties> read(Path root) throws IOException {
    Map<String, Properties> byLanguage = new HashMap<>();
    for (String language : Texts.LANGUAGES) {
      Properties words = new Properties();
      Path folder = root.resolve("i18n");
      try (Stream<Path> all = Files.isDirectory(folder) ? Files.list(folder) : Stream.of()) {
        for (Path file :
            all.filter(f -> f.toString().endsWith("_" + language + ".properties")).toList()) {
          try (Reader reader = Files.newBufferedReader(file)) {
            words.load(reader);
          }
        }
      }
      byLanguage.put(language, words);
    }
    return byLanguage;
  }

  /** The keys that are written in a language. */
  Set<String> keys(String language) {
    return byLanguage.get(language).stringPropertyNames();
  }

  /** Unlike the house, a test does not go on with a text that nobody wrote. */
  @Override
  public String text(Locale locale, String key, Object... arguments) {
    String pattern = byLanguage.get(locale.getLanguage()).getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text " + key + " in " + locale);
    }
    return new MessageFormat(pattern, locale).format(arguments);
  }

  @Override
  public String text(Locale locale, Text text) {
    return text(locale, text.key(), text.arguments().toArray());
  }

  @Override
  public boolean knows(Text text) {
    return text.origin().equals(origin) && byLanguage.get("en").containsKey(text.key());
  }

  @Override
  public Title title(String key, Object... arguments) {
    return new Title(
        text(Locale.forLanguageTag("cs"), key, arguments),
        text(Locale.forLanguageTag("pl"), key, arguments),
        text(Locale.ENGLISH, key, arguments));
  }

  @Override
  public String origin() {
    return origin;
  }
}
