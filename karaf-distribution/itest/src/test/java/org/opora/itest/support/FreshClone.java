package org.opora.itest.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.opora.driver.Distribution;

/** The repository as a stranger gets it: cloned into an empty folder, started by {@code run.sh}. */
public final class FreshClone implements AutoCloseable {
  private static final Duration STOPPED = Duration.ofSeconds(30);

  private final Path folder;
  private Process process;
  private BufferedReader console;

  private FreshClone(Path folder) {
    this.folder = folder;
  }

  /** Clones what was committed last. */
  public static FreshClone make() throws IOException {
    Path folder = Distribution.freshData("clone");
    Path root = Path.of("../..").toRealPath();
    end(new ProcessBuilder("git", "clone", "-q", root.toString(), folder.toString()).inheritIO());
    return new FreshClone(folder);
  }

  public Path folder() {
    return folder;
  }

  /** Where {@code run.sh} unpacks the product. */
  public Path home() {
    return folder.resolve("build/opora");
  }

  /** Starts {@code run.sh} as the leader of a process group of its own, as a terminal does. */
  public void run(String... options) throws IOException {
    // A test that runs in the background of a script has inherited that an interrupt is ignored.
    List<String> command =
        new ArrayList<>(List.of("setsid", "env", "--default-signal=INT", "./run.sh"));
    command.addAll(List.of(options));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("OPORA_"));
    builder.environment().put("LANG", "en_GB.UTF-8");
    process = builder.start();
    console = process.inputReader(StandardCharsets.UTF_8);
  }

  /** What is printed, up to a line like this. */
  public List<String> readUntil(Predicate<String> wanted) throws IOException {
    return Printed.until(console, wanted);
  }

  /**
   * Ctrl-C: an interrupt for the whole process group.
   *
   * @return the exit code
   */
  public int interrupt() throws IOException {
    end(new ProcessBuilder("sh", "-c", "kill -INT -" + process.pid()));
    try {
      if (!process.waitFor(STOPPED.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("run.sh does not stop");
      }
      return process.exitValue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static void end(ProcessBuilder command) throws IOException {
    try {
      int code = command.start().waitFor();
      if (code != 0) {
        throw new IOException(command.command() + " ended with " + code);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() throws IOException {
    if (process != null && process.isAlive()) {
      interrupt();
    }
    if (Files.exists(folder)) {
      end(new ProcessBuilder("rm", "-rf", folder.toString()));
    }
  }
}
