package org.opora.driver;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for something to become true, with a deadline; never longer than needed. */
public final class Until {
  private static final long PAUSE = Duration.ofMillis(50).toNanos();

  private Until() {}

  /** Asks until the answer is true; an exception counts as not yet. */
  public static void isTrue(String what, Duration atMost, Callable<Boolean> asked) {
    long deadline = System.nanoTime() + atMost.toNanos();
    Exception last = null;
    do {
      try {
        if (asked.call()) {
          return;
        }
      } catch (Exception notYet) {
        last = notYet;
      }
      LockSupport.parkNanos(PAUSE);
    } while (System.nanoTime() < deadline);
    throw new AssertionError("not within " + atMost.toSeconds() + " s: " + what, last);
  }
}
