package org.opora.operations.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was typed: words, and options in any place. {@code --name value} and {@code --name=value}
 * are the same.
 */
record Arguments(List<String> words, Map<String, String> options) {
  private static final Set<String> FLAGS =
      Set.of("--json", "--dry-run", "--key-prompt", "--new-ca", "--plain", "--help", "-h");
  private static final Set<String> VALUES =
      Set.of(
          "--data",
          "--keys",
          "--name",
          "--base",
          "--account",
          "--attribute",
          "--filter",
          "--ca",
          "--as-of",
          "--port",
          "--host",
          "--network-port",
          "--proxy",
          "--pid",
          "--demo");

  Arguments {
    words = List.copyOf(words);
    options = Map.copyOf(options);
  }

  static Arguments parse(String[] typed, Texts texts) throws Failure {
    List<String> words = new ArrayList<>();
    Map<String, String> options = new HashMap<>();
    boolean onlyWords = false;
    for (int i = 0; i < typed.length; i++) {
      String one = typed[i];
      if (onlyWords || !one.startsWith("-") || one.equals("-")) {
        words.add(one);
        continue;
      }
      if (one.equals("--")) {
        onlyWords = true;
        continue;
      }
      int equals = one.indexOf('=');
      String name = equals < 0 ? one : one.substring(0, equals);
      if (FLAGS.contains(name) && equals < 0) {
        options.put(name, "");
      } else if (VALUES.contains(name)) {
        if (equals < 0 && i + 1 == typed.length) {
          throw new Failure(texts.text("cli.option-value", name), Failure.USAGE);
        }
        options.put(name, equals < 0 ? typed[++i] : one.substring(equals + 1));
      } else {
        throw new Failure(texts.text("cli.option", one), Failure.USAGE);
      }
    }
    return new Arguments(words, options);
  }

  boolean has(String flag) {
    return options.containsKey(flag);
  }

  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  String word(int index) {
    return index < words.size() ? words.get(index) : "";
  }

  /** The data folder: {@code --data}, then OPORA_DATA. */
  Path data(Map<String, String> environment, Texts texts) throws Failure {
    String data = option("--data").orElse(environment.getOrDefault("OPORA_DATA", ""));
    if (data.isBlank()) {
      throw new Failure(texts.text("cli.no-data"), Failure.USAGE);
    }
    return Path.of(data).toAbsolutePath().normalize();
  }

  /** The key folder: {@code --keys}, then OPORA_KEYS, then beside the data folder. */
  Path keys(Path data, Map<String, String> environment) {
    String keys = option("--keys").orElse(environment.getOrDefault("OPORA_KEYS", ""));
    return keys.isBlank()
        ? data.resolveSibling(data.getFileName() + ".keys")
        : Path.of(keys).toAbsolutePath().normalize();
  }
}
