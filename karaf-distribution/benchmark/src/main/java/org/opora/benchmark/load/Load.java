package org.opora.benchmark.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/**
 * Clients that each wait for an answer before they ask again. The time of every request is
 * recorded. A wrong status is counted; a page without what it should hold ends the measurement,
 * because then something else was measured.
 */
public final class Load {
  private static final long LONGEST = Duration.ofMinutes(2).toNanos() / 1_000;
  private static final int DIGITS = 3;
  private final int port;

  public Load(int port) {
    this.port = port;
  }

  public Figures run(Task task, int clients, Duration length) {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    long begin = System.nanoTime();
    long end = begin + length.toNanos();
    List<Future<Tally>> running = new ArrayList<>();
    try {
      for (int client = 0; client < clients; client++) {
        int number = client;
        running.add(threads.submit(() -> goOn(task, number, end)));
      }
      Tally all = new Tally();
      for (Future<Tally> one : running) {
        all.add(one.get());
      }
      return Figures.of(all.micros, all.failed, (System.nanoTime() - begin) / 1e9);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  /**
   * The same request again and again by one client, each time after something else was done, which
   * is not measured.
   */
  public Figures after(Runnable something, Ask ask, int times) {
    Histogram micros = new Histogram(LONGEST, DIGITS);
    long begin = System.nanoTime();
    for (int time = 0; time < times; time++) {
      something.run();
      long sent = System.nanoTime();
      once(ask);
      micros.recordValue((System.nanoTime() - sent) / 1_000);
    }
    return Figures.of(micros, 0, (System.nanoTime() - begin) / 1e9);
  }

  /** One request by itself; fails when its answer is not the right one. */
  public void once(Ask ask) {
    try (Wire wire = new Wire(port)) {
      Wire.Answer answer = wire.send(ask.request());
      if (answer.status() != ask.status()) {
        throw new IllegalStateException("answered " + answer.status());
      }
      check(ask, answer);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static final class Tally {
    private final Histogram micros = new Histogram(LONGEST, DIGITS);
    private long failed;

    void add(Tally other) {
      micros.add(other.micros);
      failed += other.failed;
    }
  }

  private Tally goOn(Task task, int client, long end) throws IOException {
    SplittableRandom random = new SplittableRandom(client + 1L);
    Tally tally = new Tally();
    Wire wire = new Wire(port);
    try {
      while (System.nanoTime() < end) {
        Ask ask = task.next(client, random);
        long sent = System.nanoTime();
        try {
          Wire.Answer answer = wire.send(ask.request());
          if (answer.status() == ask.status()) {
            tally.micros.recordValue((System.nanoTime() - sent) / 1_000);
            check(ask, answer);
          } else {
            tally.failed++;
          }
        } catch (IOException broken) {
          tally.failed++;
          wire.close();
          wire = new Wire(port);
        }
      }
    } finally {
      wire.close();
    }
    return tally;
  }

  private static void check(Ask ask, Wire.Answer answer) {
    byte[] page =
        answer.location() == null
            ? answer.body()
            : answer.location().getBytes(StandardCharsets.UTF_8);
    if (!ask.heldBy(page)) {
      throw new IllegalStateException(
          "asked\n"
              + new String(ask.request(), StandardCharsets.UTF_8)
              + "\nand missed "
              + new String(ask.holds(), StandardCharsets.UTF_8)
              + " in\n"
              + new String(page, StandardCharsets.UTF_8));
    }
  }
}
