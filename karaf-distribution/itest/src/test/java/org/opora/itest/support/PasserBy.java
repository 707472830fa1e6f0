package org.opora.itest.support;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.locks.LockSupport;
import org.opora.driver.Visitor;

/** Tries one door after another, over and over, from before the product is there. */
public final class PasserBy implements AutoCloseable {
  private static final long PAUSE = Duration.ofMillis(5).toNanos();
  private final Thread walk;
  private final Set<String> heard = new ConcurrentSkipListSet<>();
  private volatile boolean walking = true;

  /**
   * @param url of a product that may not run yet
   * @param mark what no answer is to hold
   */
  public PasserBy(String url, Iterable<String> paths, String mark) {
    Visitor visitor = Visitor.at(url);
    walk =
        new Thread(
            () -> {
              while (walking) {
                for (String path : paths) {
                  heard.add(ask(visitor, path, mark));
                  LockSupport.parkNanos(PAUSE);
                }
              }
            },
            "passer-by");
    walk.setDaemon(true);
  }

  public void start() {
    walk.start();
  }

  /** What was heard at the doors: each path that was reached, and the statuses of the others. */
  public Set<String> heard() {
    return heard;
  }

  private static String ask(Visitor visitor, String path, String mark) {
    try {
      Visitor.Answer answer = visitor.get(path);
      return answer.body().contains(mark) ? "reached " + path : Integer.toString(answer.status());
    } catch (IllegalStateException nobodyThere) {
      return "nobody there";
    }
  }

  @Override
  public void close() {
    walking = false;
  }
}
