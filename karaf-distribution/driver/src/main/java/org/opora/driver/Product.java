package org.opora.driver;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A running product, started by its own script as a customer would, in a data folder of its own.
 */
public final class Product implements AutoCloseable {
  private static final Duration READY = Duration.ofSeconds(180);
  private static final Duration STOPPED = Duration.ofSeconds(30);

  private final Path data;
  private final int port;
  private final List<String> options;
  private final Map<String, String> environment = new HashMap<>();
  private String typed;
  private Process process;
  private Duration startedIn;
  private long begun;

  private Product(Path data, int port, List<String> options) {
    this.data = data;
    this.port = port;
    this.options = options;
  }

  /** A product on a fresh data folder, not started yet. */
  public static Product fresh(String name, String... options) {
    return on(Distribution.freshData(name), options);
  }

  public static Product on(Path data, String... options) {
    return new Product(data, freePort(), List.of(options));
  }

  /** Adds to the environment of its next starts, and of its remote control. */
  public Product with(Map<String, String> further) {
    environment.putAll(further);
    return this;
  }

  /** Lets the launcher ask for the master key at its next starts, and answers with these lines. */
  public Product typing(String lines) {
    typed = lines;
    return this;
  }

  /** Starts and waits until ready; what it hangs on is said when it does not become so. */
  public Product start() {
    launch();
    try {
      Until.isTrue("ready", READY, this::ready);
    } catch (AssertionError late) {
      throw new AssertionError(late.getMessage() + threads(), late);
    }
    return this;
  }

  /** Empty when there is nobody to ask: then it did not hang, it ended. */
  private String threads() {
    return server().isPresent() ? "\n" + Jcmd.ask(this, "Thread.print") : "";
  }

  /** Starts without waiting. */
  public Product launch() {
    List<String> command = new ArrayList<>();
    command.add(Distribution.home().resolve("bin/opora-server").toString());
    command.addAll(List.of("--data", data.toString(), "--port", Integer.toString(port)));
    command.addAll(options);
    if (typed != null) {
      command.add("--key-prompt");
    }
    try {
      Files.createDirectories(data.getParent());
      startedIn = null;
      begun = System.nanoTime();
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(console().toFile()));
      builder.environment().remove("OPORA_DATA");
      builder.environment().putAll(environment);
      process = builder.start();
      if (typed != null) {
        try (OutputStream in = process.getOutputStream()) {
          in.write(typed.getBytes(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
    return this;
  }

  /** Whether the health page says ready. */
  public boolean ready() throws IOException, InterruptedException {
    if (!process.isAlive()) {
      throw new IllegalStateException("the product has ended, see " + console());
    }
    HttpResponse<String> health =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(url() + "/health")).build(),
                HttpResponse.BodyHandlers.ofString());
    boolean ready = health.statusCode() == 200;
    if (ready && startedIn == null) {
      startedIn = since(begun);
    }
    return ready;
  }

  /** From the start of the script to the first answer ready. */
  public Duration startedIn() {
    return startedIn;
  }

  /** Asks it to stop, as Ctrl-C does, and waits; a clean stop ends with 0. */
  public void stop() {
    process.destroy();
    waitForEnd();
    if (process.exitValue() != 0) {
      throw new AssertionError("stopped with " + process.exitValue() + ", see " + console());
    }
  }

  /** Ends every process of it at once, as a power cut would. */
  public void kill() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    waitForEnd();
  }

  private void waitForEnd() {
    try {
      if (!process.waitFor(STOPPED.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("does not stop, see " + console());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Process id of the Java virtual machine. */
  public long pid() {
    return server().orElseThrow().pid();
  }

  private Optional<ProcessHandle> server() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .filter(handle -> handle.info().command().orElse("").endsWith("java"))
        .findFirst();
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  public Path data() {
    return data;
  }

  /** What the script and the container print. */
  public Path console() {
    return data.resolveSibling(data.getFileName() + ".console");
  }

  public Path log() {
    return data.resolve("run/log/karaf.log");
  }

  /** A visitor with a cookie jar of their own. */
  public Visitor visitor() {
    return new Visitor(url());
  }

  /** The remote control. */
  public Cli cli() {
    return new Cli(data, environment);
  }

  /**
   * Installs every module that comes with it, so that what is asked of the house is asked of all.
   */
  public void installModules() {
    Packages.ids().forEach(id -> cli().run("module", "install", id).expectOk());
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void close() {
    if (process != null && process.isAlive()) {
      stop();
    }
  }
}
