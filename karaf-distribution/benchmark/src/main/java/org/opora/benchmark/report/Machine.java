package org.opora.benchmark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What it ran on.
 *
 * @param memory in GiB
 */
public record Machine(int cores, long memory, String processor, String system, String java) {
  private static final String UNKNOWN = "unknown";

  public static Machine here() {
    long kibibytes = Long.parseLong(value("/proc/meminfo", "MemTotal", "0").replaceAll("\\D", ""));
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        Math.round(kibibytes / 1024.0 / 1024.0),
        value("/proc/cpuinfo", "model name", UNKNOWN),
        value("/etc/os-release", "PRETTY_NAME", UNKNOWN).replace("\"", "")
            + ", kernel "
            + System.getProperty("os.version"),
        System.getProperty("java.vendor") + " " + Runtime.version());
  }

  private static String value(String file, String name, String otherwise) {
    List<String> lines;
    try {
      lines = Files.readAllLines(Path.of(file));
    } catch (IOException notThere) {
      return otherwise;
    }
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.split("[:=]", 2)[1].strip())
        .findFirst()
        .orElse(otherwise);
  }
}
