package org.opora.itest.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.opora.driver.Cli;

/**
 * The tar.gz unpacked below a folder with a space and accents in its name, where nobody may write,
 * with the data in another such folder; started shut in as far as the machine allows.
 */
public final class Elsewhere implements AutoCloseable {
  private static final long STOPPED = 30;
  private final Confinement confinement;
  private final Path place;
  private Process process;
  private BufferedReader console;

  private Elsewhere(Confinement confinement, Path place) {
    this.confinement = confinement;
    this.place = place;
  }

  /** Unpacks it. A temporary folder, because the way to it has to be open to everybody. */
  public static Elsewhere unpack(Confinement confinement) throws IOException {
    Path place = Files.createTempDirectory("opora-");
    Elsewhere elsewhere = new Elsewhere(confinement, place);
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path program = Files.createDirectories(elsewhere.home().getParent());
    end("tar", "xzmf", System.getProperty("opora.distribution"), "-C", program.toString());
    end("chmod", "-R", "a+rX,a-w", program.toString());
    Path data = Files.createDirectories(elsewhere.data().getParent());
    if (!confinement.user().isEmpty()) {
      end("chown", Confinement.NOBODY + ":" + Confinement.NOBODY, data.toString());
    }
    return elsewhere;
  }

  public Path home() {
    return place.resolve("Středisko Naděje/opora-" + System.getProperty("opora.version"));
  }

  public Path data() {
    return place.resolve("Příští léta/středisko č. 1");
  }

  /**
   * Starts the script. It speaks English, and finds an environment that knows no letters with
   * accents.
   */
  public void start(List<String> options, String... javaOptions) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(home().resolve("bin/opora-server").toString());
    command.addAll(List.of("--data", data().toString()));
    command.addAll(options);
    ProcessBuilder builder =
        new ProcessBuilder(confinement.starting(command)).redirectErrorStream(true);
    poor(builder);
    builder.environment().put("OPORA_JAVA_OPTS", String.join(" ", javaOptions));
    process = builder.start();
    console = process.inputReader(StandardCharsets.UTF_8);
  }

  /** What is printed, up to a line like this. */
  public List<String> readUntil(Predicate<String> wanted) throws IOException {
    return Printed.until(console, wanted);
  }

  /** Writes a settings file of the container anew, against the will of its owner. */
  public void configure(String settings, String line) throws IOException {
    Path etc = home().resolve("etc");
    end("chmod", "-R", "u+w", etc.toString());
    Files.writeString(etc.resolve(settings), line + "\n");
  }

  /** Its remote control, in the same place and by the same user. */
  public Cli.Result run(String input, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(home().resolve("bin/opora").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("--data", data().toString()));
    ProcessBuilder builder = new ProcessBuilder(confinement.beside(process.pid(), command));
    poor(builder);
    Process control = builder.start();
    CompletableFuture<String> err =
        CompletableFuture.supplyAsync(() -> read(control.getErrorStream()));
    try (OutputStream stdin = control.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String out = read(control.getInputStream());
    return new Cli.Result(waitFor(control), out, err.join());
  }

  private static void poor(ProcessBuilder builder) {
    builder.environment().keySet().removeIf(name -> name.startsWith("OPORA_"));
    builder.environment().put("LC_ALL", "C");
  }

  /** Every process of it. */
  public Stream<ProcessHandle> processes() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants());
  }

  /**
   * Asks it to stop.
   *
   * @return the exit code
   */
  public int stop() {
    // Through its handle: otherwise its output would be shut before it has said good-bye.
    process.toHandle().destroy();
    return waitFor(process);
  }

  private static int waitFor(Process one) {
    try {
      if (!one.waitFor(STOPPED, TimeUnit.SECONDS)) {
        throw new AssertionError("does not end: " + one);
      }
      return one.exitValue();
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

  private static void end(String... command) throws IOException {
    int code = waitFor(new ProcessBuilder(command).inheritIO().start());
    if (code != 0) {
      throw new IOException(String.join(" ", command) + " ended with " + code);
    }
  }

  @Override
  public void close() throws IOException {
    if (process != null && process.isAlive()) {
      stop();
    }
    end("chmod", "-R", "u+w", place.toString());
    end("rm", "-rf", place.toString());
  }
}
