package org.opora.itest.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.opora.driver.Visitor;

/** Colleagues at work: each goes round the same pages until told to stop. */
public final class Traffic implements AutoCloseable {
  private final ExecutorService colleagues;
  private final List<Future<?>> rounds = new ArrayList<>();
  private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicLong answered = new AtomicLong();
  private volatile boolean working = true;

  /** Starts them at once. Each visitor is used by one thread. */
  public Traffic(List<Visitor> visitors, List<String> pages) {
    colleagues = Executors.newFixedThreadPool(visitors.size());
    for (Visitor visitor : visitors) {
      rounds.add(colleagues.submit(() -> goRound(visitor, pages)));
    }
  }

  private void goRound(Visitor visitor, List<String> pages) {
    while (working) {
      for (String page : pages) {
        try {
          Visitor.Answer answer = visitor.get(page);
          if (answer.status() != 200) {
            failures.add(
                page + " answered " + answer.status() + ": " + answer.page().select("main").text());
          }
          answered.incrementAndGet();
        } catch (RuntimeException failed) {
          failures.add(page + " " + failed);
        }
      }
    }
  }

  /** Stops them; what did not answer 200. */
  public List<String> stop() {
    working = false;
    for (Future<?> round : rounds) {
      try {
        round.get();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      } catch (java.util.concurrent.ExecutionException failed) {
        failures.add(failed.toString());
      }
    }
    return List.copyOf(failures);
  }

  public long answered() {
    return answered.get();
  }

  @Override
  public void close() {
    working = false;
    colleagues.shutdownNow();
  }
}
