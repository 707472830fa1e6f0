package org.opora.documents.store.application;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.opora.documents.shared.Refusals;
import org.osgi.service.component.annotations.Component;

/**
 * A file is several times as large in memory while it is looked into or sealed as it is on the
 * disk, so they take turns. Before a transaction, never within one: whoever waits holds nothing but
 * a place among those who are served, and not for long.
 */
@Component(service = Turns.class)
public final class Turns {
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private final Semaphore gate = new Semaphore(1, true);
  private final Duration longest;

  public Turns() {
    this(LONGEST);
  }

  private Turns(Duration longest) {
    this.longest = longest;
  }

  /**
   * @param longest how long somebody waits
   */
  public static Turns waiting(Duration longest) {
    return new Turns(longest);
  }

  /**
   * @throws org.opora.api.faults.Refused beside the file when the turn does not come in time
   */
  public <T> T one(Supplier<T> work) {
    return one(Incoming.FILE, work);
  }

  /**
   * @param field beside which the form says that the turn did not come in time
   * @throws org.opora.api.faults.Refused when it did not
   */
  public <T> T one(String field, Supplier<T> work) {
    if (!came()) {
      throw Refusals.refused(field, "document.busy");
    }
    try {
      return work.get();
    } finally {
      gate.release();
    }
  }

  private boolean came() {
    try {
      return gate.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
