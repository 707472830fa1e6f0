package org.opora.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Codes of acts that a source writes into the trail: each of them is owed words. */
public final class ActCodes {
  /** The first word in dots of a call that writes a row. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?:audit\\.(?:wrote|noted|read)|\\bwrote(?:Version)?|\\bwrite|change\\.(?:in|wrote"
              + "|followed|again)|[^.\\w]change)\\([^;\"]*?\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)\"");

  private ActCodes() {}

  /**
   * @param source text of a source file
   */
  public static Set<String> in(String source) {
    if (!source.contains("AuditTrail") && !source.contains("FileChange")) {
      return Set.of();
    }
    return WRITTEN
        .matcher(source)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Those of every source below this folder. */
  public static Set<String> below(Path sources) {
    try (Stream<Path> all = Files.walk(sources)) {
      return all.filter(path -> path.toString().endsWith(".java"))
          .flatMap(path -> in(read(path)).stream())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
