package org.opora.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The tar.gz as a customer gets it, unpacked once for all tests of the run. */
public final class Distribution {
  private static final Path WORK = Path.of(System.getProperty("opora.work")).toAbsolutePath();
  private static final AtomicInteger FOLDERS = new AtomicInteger();

  private Distribution() {}

  /** Home of the unpacked product. */
  public static synchronized Path home() {
    Path home = WORK.resolve("opora-" + System.getProperty("opora.version"));
    Path packed = Path.of(System.getProperty("opora.distribution"));
    if (!Files.isDirectory(home.resolve("bin")) || newer(packed, home)) {
      run("rm", "-rf", home.toString());
      run("tar", "xzmf", packed.toString(), "-C", created(WORK).toString());
      // The disk would otherwise still be busy with it while a start is measured.
      run("sync");
    }
    return home;
  }

  /** Every file of the unpacked product, with when it was last written and how long it is. */
  public static Map<String, String> contents() {
    return contents(home());
  }

  /** The same of one that lies elsewhere. */
  public static Map<String, String> contents(Path home) {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(
            home.relativize(file).toString(),
            Files.getLastModifiedTime(file) + ", " + Files.size(file));
      }
      return contents;
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** A new empty folder's path for data; the folder itself does not exist yet. */
  public static Path freshData(String name) {
    Path fresh;
    do {
      fresh = created(WORK).resolve("data-" + name + "-" + FOLDERS.incrementAndGet());
    } while (Files.exists(fresh));
    return fresh;
  }

  private static boolean newer(Path packed, Path home) {
    try {
      return Files.getLastModifiedTime(packed)
              .compareTo(Files.getLastModifiedTime(home.resolve("bin")))
          > 0;
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static Path created(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void run(String... command) {
    try {
      int code = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (code != 0) {
        throw new IllegalStateException(command[0] + " ended with " + code);
      }
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
