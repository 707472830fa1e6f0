package org.opora.benchmark.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders. */
public final class Folders {
  private Folders() {}

  /** The copy replaces what was there. */
  static void copy(Path from, Path to) {
    delete(to);
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : (Iterable<Path>) all::iterator) {
        Files.copy(one, to.resolve(from.relativize(one)));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> leavesFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path one : leavesFirst) {
        Files.delete(one);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
