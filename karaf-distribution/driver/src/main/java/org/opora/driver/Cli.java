package org.opora.driver;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** {@code bin/opora} of a data folder. */
public final class Cli {
  private final Path home;
  private final Path data;
  private final Map<String, String> environment;

  Cli(Path data, Map<String, String> environment) {
    this(Distribution.home(), data, environment);
  }

  private Cli(Path home, Path data, Map<String, String> environment) {
    this.home = home;
    this.data = data;
    this.environment = Map.copyOf(environment);
  }

  /** The remote control of a product that lies elsewhere. */
  public static Cli of(Path home, Path data) {
    return new Cli(home, data, Map.of());
  }

  /** What a command printed, and how it ended. */
  public record Result(int code, String out, String err) {
    public Result expectOk() {
      if (code != 0) {
        throw new AssertionError("ended with " + code + ": " + err + out);
      }
      return this;
    }
  }

  public Result run(String... arguments) {
    return runWith("", arguments);
  }

  /** The same with something to read from standard input. */
  public Result runWith(String input, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/opora").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("OPORA_DATA", data.toString());
    builder.environment().put("LANG", "en_GB.UTF-8");
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      CompletableFuture<String> err =
          CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
      try (OutputStream stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      } catch (IOException notAsked) {
        // The command ended without reading.
      }
      String out = read(process.getInputStream());
      return new Result(process.waitFor(), out, err.join());
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static String read(java.io.InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
