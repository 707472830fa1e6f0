package org.opora.modulekit;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.loader.StringLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opora.web.rendering.PageEngine;

/**
 * The templates and static files of a bundle, as far as they can be seen without making a page of
 * them: written as the engine reads them, naming only what is there, and each of them used.
 */
final class Templates {
  private static final String SHELL = "shell:";
  private static final Pattern NAMED =
      Pattern.compile("\\{%\\s*(?:extends|include|import|embed|from)\\s+[\"']([^\"']+)[\"']");
  private static final Pattern INCLUDED = Pattern.compile("\\{%\\s*include\\s+[\"']([^\"']+)[\"']");

  /** What another subject hands over, whatever it is, as the name of a template says. */
  private static final Pattern ANY_PART = Pattern.compile("\\{%\\s*include\\s+\\w+\\.");

  private static final String PART = "-part";
  private static final Pattern ALIAS =
      Pattern.compile("\\{%\\s*import\\s+[\"']([^\"']+)[\"']\\s+as\\s+(\\w+)");
  private static final Pattern CALL = Pattern.compile("\\b(\\w+)\\.(\\w+)\\(");
  private static final Pattern MACRO = Pattern.compile("\\{%\\s*macro\\s+(\\w+)\\(");
  private static final Pattern STATIC = Pattern.compile("\\bstatic\\(\\s*[\"']([^\"']+)[\"']");
  private static final Pattern REPLIED = Pattern.compile("Reply\\s*\\.page\\(\\s*\"([^\"]+)\"");

  private static final Map<String, String> OF_THE_SHELL = shell();

  private final Map<String, String> own;
  private final Set<String> statics;
  private final String sources;
  private final List<String> faults = new ArrayList<>();

  private Templates(Path classes, Path sources) {
    this.own = read(classes.resolve("templates"));
    this.statics = files(classes.resolve("static"));
    this.sources = text(sources);
  }

  /**
   * @param classes folder of classes and resources of the bundle
   * @param sources folder of its Java sources
   * @return a sentence for everything that is wrong
   */
  static List<String> faults(Path classes, Path sources) {
    Templates templates = new Templates(classes, sources);
    templates.own.forEach(templates::written);
    templates.own.forEach(templates::naming);
    templates.own.keySet().forEach(templates::importing);
    templates.replied();
    templates.used();
    return templates.faults;
  }

  /** The templates of a bundle by name. */
  static Set<String> of(Path classes) {
    return read(classes.resolve("templates")).keySet();
  }

  /** Those that these templates stand on, and they themselves. */
  static Set<String> with(Path classes, Set<String> shown) {
    Map<String, String> own = read(classes.resolve("templates"));
    Set<String> all = new TreeSet<>();
    List<String> open = new ArrayList<>(shown);
    while (!open.isEmpty()) {
      String one = open.remove(open.size() - 1);
      if (own.containsKey(one) && all.add(one)) {
        NAMED.matcher(own.get(one)).results().forEach(found -> open.add(found.group(1)));
      }
    }
    return all;
  }

  /** Names that a template gives to something itself. */
  static Set<String> introduced(Path classes) {
    Set<String> names = new HashSet<>();
    Pattern introduces =
        Pattern.compile("\\{%\\s*(?:set|for)\\s+(\\w+)|\\bas\\s+(\\w+)|[{,]\\s*\"(\\w+)\"\\s*:");
    read(classes.resolve("templates"))
        .values()
        .forEach(
            source ->
                introduces
                    .matcher(source)
                    .results()
                    .forEach(
                        found -> {
                          for (int group = 1; group <= 3; group++) {
                            if (found.group(group) != null) {
                              names.add(found.group(group));
                            }
                          }
                        }));
    return names;
  }

  /** Whether the shell's own templates ask for this name. */
  static boolean ofTheShell(String name) {
    Pattern word = Pattern.compile("\\b" + Pattern.quote(name) + "\\b");
    return OF_THE_SHELL.values().stream().anyMatch(source -> word.matcher(source).find());
  }

  private void written(String name, String source) {
    try {
      new PebbleEngine.Builder()
          .loader(new StringLoader())
          .cacheActive(false)
          .build()
          .getTemplate(source);
    } catch (PebbleException broken) {
      faults.add(name + ".peb line " + broken.getLineNumber() + ": " + broken.getPebbleMessage());
    }
  }

  private void naming(String name, String source) {
    Matcher named = NAMED.matcher(source);
    while (named.find()) {
      if (source(named.group(1)) == null) {
        faults.add(name + ".peb names the template " + named.group(1) + ", which is not there");
      }
    }
    Map<String, String> aliases = aliases(name);
    Matcher call = CALL.matcher(source);
    while (call.find()) {
      String target = aliases.get(call.group(1));
      if (target != null && source(target) != null && !macros(target).contains(call.group(2))) {
        faults.add(name + ".peb calls " + call.group(2) + ", which " + target + " does not have");
      }
    }
    Matcher file = STATIC.matcher(source);
    while (file.find()) {
      if (!statics.contains(file.group(1))) {
        faults.add(name + ".peb names the file " + file.group(1) + ", which is not there");
      }
    }
  }

  /** A part stands in the page that includes it, and the engine takes no name twice. */
  private void importing(String name) {
    Set<String> taken = aliases(name).keySet();
    for (String part : parts(name)) {
      aliases(part).keySet().stream()
          .filter(taken::contains)
          .forEach(
              alias -> faults.add(part + ".peb imports " + alias + ", which " + name + " has"));
    }
  }

  private Map<String, String> aliases(String name) {
    Map<String, String> aliases = new TreeMap<>();
    ALIAS.matcher(own.get(name)).results().forEach(one -> aliases.put(one.group(2), one.group(1)));
    return aliases;
  }

  /** What a template includes, and what that includes. */
  private Set<String> parts(String name) {
    Set<String> parts = new TreeSet<>();
    Set<String> seen = new HashSet<>();
    List<String> open = new ArrayList<>(List.of(name));
    while (!open.isEmpty()) {
      String source = own.get(open.remove(open.size() - 1));
      INCLUDED.matcher(source).results().map(found -> found.group(1)).forEach(parts::add);
      if (ANY_PART.matcher(source).find()) {
        own.keySet().stream().filter(part -> part.endsWith(PART)).forEach(parts::add);
      }
      parts.retainAll(own.keySet());
      parts.stream().filter(seen::add).forEach(open::add);
    }
    return parts;
  }

  private void replied() {
    Set<String> replied = new TreeSet<>();
    REPLIED.matcher(sources).results().forEach(found -> replied.add(found.group(1)));
    replied.removeAll(own.keySet());
    replied.forEach(
        name -> faults.add("a reply names the template " + name + ", which is not there"));
  }

  private void used() {
    String templates = String.join("\n", own.values());
    for (String name : own.keySet()) {
      if (!sources.contains("\"" + name + "\"") && !named(templates, name)) {
        faults.add(name + ".peb is named by nobody");
      }
    }
    for (String file : statics) {
      if (!named(templates, file) && !named(sources, file)) {
        faults.add("the file " + file + " is named by nobody");
      }
    }
  }

  private static boolean named(String text, String name) {
    return text.contains("\"" + name + "\"") || text.contains("'" + name + "'");
  }

  private String source(String name) {
    return name.startsWith(SHELL)
        ? OF_THE_SHELL.get(name.substring(SHELL.length()))
        : own.get(name);
  }

  private Set<String> macros(String template) {
    Set<String> macros = new HashSet<>();
    MACRO.matcher(source(template)).results().forEach(one -> macros.add(one.group(1)));
    return macros;
  }

  private static Map<String, String> shell() {
    try {
      Path built =
          Path.of(PageEngine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(built)) {
        return read(built.resolve("templates"));
      }
      try (FileSystem packed = FileSystems.newFileSystem(built)) {
        return read(packed.getPath("/templates"));
      }
    } catch (IOException | URISyntaxException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private static Map<String, String> read(Path folder) {
    Map<String, String> read = new TreeMap<>();
    for (String file : files(folder)) {
      if (file.endsWith(".peb")) {
        read.put(file.substring(0, file.length() - ".peb".length()), text(folder.resolve(file)));
      }
    }
    return read;
  }

  private static Set<String> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Set.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      Set<String> files = new TreeSet<>();
      all.filter(Files::isRegularFile)
          .forEach(file -> files.add(folder.relativize(file).toString()));
      return files;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What stands in a file, or in all files of a folder. */
  private static String text(Path path) {
    try {
      if (Files.isRegularFile(path)) {
        return Files.readString(path);
      }
      StringBuilder all = new StringBuilder();
      for (String file : files(path)) {
        all.append(Files.readString(path.resolve(file))).append('\n');
      }
      return all.toString();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
