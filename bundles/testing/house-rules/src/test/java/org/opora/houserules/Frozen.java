package org.opora.houserules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is old and stays for now: a list of lines that may only become shorter. Who mends something
 * takes its line away; a line that comes is a fault. After two branches came together, {@code
 * -Dopora.frozen=write} writes the lists as they are, and the review sees what came.
 */
final class Frozen {
  private static final Path FOLDER = Path.of("src/test/frozen");

  private Frozen() {}

  static void hold(String name, Collection<String> found) {
    Path file = FOLDER.resolve(name + ".txt");
    try {
      if ("write".equals(System.getProperty("opora.frozen"))) {
        Files.createDirectories(FOLDER);
        Files.write(file, new TreeSet<>(found));
      }
      Set<String> held = Files.exists(file) ? new TreeSet<>(Files.readAllLines(file)) : Set.of();
      Set<String> came = new TreeSet<>(found);
      came.removeAll(held);
      assertEquals(List.of(), List.copyOf(came), "new faults of the kind in " + file);
      Set<String> went = new TreeSet<>(held);
      went.removeAll(found);
      assertEquals(List.of(), List.copyOf(went), "mended: take these lines out of " + file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
