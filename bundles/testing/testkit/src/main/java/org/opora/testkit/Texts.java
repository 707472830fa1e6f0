package org.opora.testkit;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps the texts of a bundle in step: the same keys, arguments and plural forms in every language,
 * no key that nobody wrote, no loud word, and no blank that the form of a number brings.
 */
public final class Texts {
  static final List<String> LANGUAGES = List.of("cs", "pl", "en");

  /** The forms that whole numbers take. */
  private static final Map<String, List<String>> FORMS =
      Map.of(
          "cs", List.of("one", "few", "other"),
          "pl", List.of("one", "few", "many", "other"),
          "en", List.of("one", "other"));

  /** A key in a template, or the beginning of one that is completed there. */
  private static final Pattern USED = Pattern.compile("\\bt\\(\\s*['\"]([^'\"]+)['\"]\\s*([,)~])");

  /** Nobody is shouted at, and nobody is told that something went well. */
  private static final Pattern LOUD = Pattern.compile("!|(?i)successfully|úspěšně|pomyślnie");

  /** A field whose value was worded for reading; a browser takes no "9:00" for a time. */
  private static final Pattern WORDED =
      Pattern.compile("\\bf\\.input\\([^}]*\\|\\s*(date|time|datetime|weekday|relative)\\b");

  /** A blank before the form of a number is printed with the number. */
  private static final Pattern BLANK_NUMBER = Pattern.compile("\\{\\w+, *number, +[^ :]");

  private static final String OF_THE_SHELL = "shell.";

  private final Path classes;
  private final Map<String, Map<String, String>> byLanguage = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();

  private Texts(Path classes) {
    this.classes = classes;
    for (String language : LANGUAGES) {
      byLanguage.put(language, read(language));
    }
  }

  /**
   * @param classes folder of classes and resources of the bundle
   * @return a sentence for everything that is wrong
   */
  public static List<String> faults(Path classes) {
    Texts texts = new Texts(classes);
    texts.compare();
    texts.templates();
    return texts.faults;
  }

  /** All texts of the bundle in one language. */
  public static Map<String, String> of(Path classes, String language) {
    return new Texts(classes).byLanguage.get(language);
  }

  private Map<String, String> read(String language) {
    Map<String, String> texts = new TreeMap<>();
    // A second line of the same key would silently take the place of the first.
    Properties properties =
        new Properties() {
          @Override
          public synchronized Object put(Object key, Object text) {
            if (texts.put((String) key, (String) text) != null) {
              faults.add(language + ": " + key + " is there twice");
            }
            return null;
          }
        };
    for (Path file : files("i18n", "_" + language + ".properties")) {
      try (Reader in = Files.newBufferedReader(file)) {
        properties.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts;
  }

  private void compare() {
    Set<String> keys = new TreeSet<>();
    byLanguage.values().forEach(texts -> keys.addAll(texts.keySet()));
    if (!keys.contains("module.title")) {
      faults.add("module.title is missing");
    }
    for (String key : keys) {
      Set<String> arguments = null;
      for (String language : LANGUAGES) {
        String text = byLanguage.get(language).get(key);
        if (text == null || text.isBlank()) {
          faults.add(language + ": " + key + " is missing");
          continue;
        }
        if (LOUD.matcher(text).find()) {
          faults.add(language + ": " + key + " is loud");
        }
        if (BLANK_NUMBER.matcher(text).find()) {
          faults.add(language + ": " + key + " prints a blank before a number");
        }
        Set<String> mine = arguments(language, key, text);
        if (arguments != null && !arguments.equals(mine)) {
          faults.add(language + ": " + key + " has arguments " + mine + " and not " + arguments);
        }
        arguments = mine;
      }
    }
  }

  private Set<String> arguments(String language, String key, String text) {
    Set<String> names = new TreeSet<>();
    MessagePattern pattern;
    try {
      pattern = new MessagePattern(text);
    } catch (IllegalArgumentException e) {
      faults.add(language + ": " + key + " is no pattern: " + e.getMessage());
      return names;
    }
    for (int i = 0; i < pattern.countParts(); i++) {
      Part part = pattern.getPart(i);
      if (part.getType() == Part.Type.ARG_START) {
        names.add(pattern.getSubstring(pattern.getPart(i + 1)));
        if (part.getArgType() == ArgType.PLURAL) {
          forms(language, key, pattern, i);
        }
      }
    }
    return names;
  }

  /** A plural needs every form that whole numbers take in the language. */
  private void forms(String language, String key, MessagePattern pattern, int start) {
    Set<String> there = new TreeSet<>();
    int end = pattern.getLimitPartIndex(start);
    for (int i = start + 2; i < end; i++) {
      Part part = pattern.getPart(i);
      if (part.getType() == Part.Type.ARG_SELECTOR) {
        there.add(pattern.getSubstring(part));
      } else if (part.getType() == Part.Type.MSG_START) {
        i = pattern.getLimitPartIndex(i);
      }
    }
    for (String form : FORMS.get(language)) {
      if (!there.contains(form)) {
        faults.add(language + ": " + key + " lacks the form " + form);
      }
    }
  }

  private void templates() {
    for (Path template : files("templates", ".peb")) {
      try {
        String source = Files.readString(template);
        if (WORDED.matcher(source).find()) {
          faults.add(template.getFileName() + " words the value of a field");
        }
        Matcher matcher = USED.matcher(source);
        while (matcher.find()) {
          String key = matcher.group(1);
          boolean there = matcher.group(2).equals("~") ? anyBeginsWith(key) : written(key);
          if (!key.startsWith(OF_THE_SHELL) && !there) {
            faults.add(template.getFileName() + " names " + key + ", which nobody wrote");
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private boolean written(String key) {
    return byLanguage.get("en").containsKey(key);
  }

  private boolean anyBeginsWith(String part) {
    return byLanguage.get("en").keySet().stream().anyMatch(key -> key.startsWith(part));
  }

  private List<Path> files(String folder, String ending) {
    Path root = classes.resolve(folder);
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
