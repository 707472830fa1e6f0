package org.opora.benchmark.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the machine says about the memory of a process, in MiB. */
final class Memory {
  private static final double KIBIBYTES = 1024;

  private Memory() {}

  static double resident(long pid) {
    return status(pid, "VmRSS:");
  }

  static double mostResident(long pid) {
    return status(pid, "VmHWM:");
  }

  private static double status(long pid, String name) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith(name))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KIBIBYTES)
          .findFirst()
          .orElseThrow();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
