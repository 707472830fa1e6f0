package org.opora.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The container's log: a warning or an error that nobody expected fails the test. */
public final class ContainerLog {
  private static final Pattern TROUBLE = Pattern.compile("\\| (WARN|ERROR) +\\|");

  private ContainerLog() {}

  /** Lines with WARN or ERROR that none of the expected patterns explains. */
  public static List<String> trouble(Path log, Pattern... expected) {
    try {
      return Files.readAllLines(log).stream()
          .filter(line -> TROUBLE.matcher(line).find())
          .filter(line -> List.of(expected).stream().noneMatch(one -> one.matcher(line).find()))
          .toList();
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
