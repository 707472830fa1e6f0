package org.opora.benchmark.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.opora.benchmark.data.Worker;
import org.opora.benchmark.floor.FloorServer;
import org.opora.benchmark.load.Ask;
import org.opora.benchmark.load.Load;
import org.opora.benchmark.load.Task;
import org.opora.benchmark.store.Store;
import org.opora.driver.Until;

/** The floor in a process of its own, with the memory the product has. */
final class FloorSide implements Side {
  private static final int OK = 200;
  private static final int SEE_OTHER = 303;
  private static final Duration READY = Duration.ofSeconds(60);
  private final Process process;
  private final int port;
  private final List<Worker> workers;

  FloorSide(Store store, List<Worker> workers) {
    this.workers = workers;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    process = start(store);
    Until.isTrue("the floor answers", READY, this::answers);
  }

  private Process start(Store store) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xms64m", "-Xmx256m", "-XX:+UseParallelGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(FloorServer.class.getName(), Integer.toString(port), store.url()));
    if (store.user() != null) {
      command.add(store.user());
    }
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(
              ProcessBuilder.Redirect.appendTo(
                  store.data().resolveSibling("floor.console").toFile()))
          .start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private boolean answers() {
    if (!process.isAlive()) {
      throw new IllegalStateException("the floor has ended, see floor.console");
    }
    new Load(port).once(duties(0, new SplittableRandom(1)));
    return true;
  }

  @Override
  public int port() {
    return port;
  }

  /** Nobody is anybody here: one search is as good as the other. */
  @Override
  public Set<Operation> operations() {
    return EnumSet.complementOf(EnumSet.of(Operation.SEARCH_ALL));
  }

  @Override
  public Task task(Operation operation) {
    return switch (operation) {
      case SEARCH, SEARCH_ALL -> this::search;
      case OPEN -> this::open;
      case DUTIES -> this::duties;
      case SAVE -> this::save;
    };
  }

  private Worker worker(int client) {
    return workers.get(client % workers.size());
  }

  private Ask search(int client, SplittableRandom random) {
    Worker.Found person = Choice.person(worker(client), random);
    return Ask.post(
        port, "/search", null, false, Map.of("text", Words.typed(person, random)), OK, "/people/");
  }

  private Ask open(int client, SplittableRandom random) {
    Worker.Own family = Choice.family(worker(client), random);
    return Ask.get(
        port,
        "/open?file=" + family.file(),
        null,
        OK,
        "/people/" + family.people().get(0).person());
  }

  private Ask duties(int client, SplittableRandom random) {
    return Ask.get(port, "/duties?staff=" + worker(client).staff(), null, OK, "href=\"/files/");
  }

  Ask statistic(int client, SplittableRandom random) {
    return Ask.get(port, "/statistic?" + YearStatistic.year(), null, OK, "<th>visit<td>");
  }

  private Ask save(int client, SplittableRandom random) {
    Worker worker = worker(client);
    Worker.Own family = Choice.family(worker, random);
    Map<String, String> fields =
        Map.of(
            "file",
            family.file().toString(),
            "staff",
            worker.staff().toString(),
            "present",
            family.people().stream()
                .map(one -> one.person().toString())
                .collect(Collectors.joining(",")),
            "children",
            family.children().stream()
                .map(child -> child.person() + "/" + child.childFile())
                .collect(Collectors.joining(",")),
            "view",
            Choice.VIEW,
            "note",
            Choice.NOTE);
    return Ask.post(
        port, "/save", null, false, fields, SEE_OTHER, "/files/" + family.file() + "/visits/");
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(READY.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("the floor does not stop");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
