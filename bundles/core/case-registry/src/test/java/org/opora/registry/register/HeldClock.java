package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A clock that says nothing until it is let. Whoever asks it again and again, and works in between,
 * is known to have done the work of one answer when they ask for the next one; and while they are
 * kept waiting they are in no transaction, so that they can be stopped.
 */
final class HeldClock extends Clock {
  private static final int PATIENCE = 120;

  private final Clock clock;
  private final Semaphore answers = new Semaphore(0);
  private final Semaphore asked = new Semaphore(0);

  HeldClock(Clock clock) {
    this.clock = clock;
  }

  /** Answers so many times, and waits until somebody asks once more. */
  void answer(int times) throws InterruptedException {
    untilAsked();
    answers.release(times);
    untilAsked();
    asked.release();
  }

  private void untilAsked() throws InterruptedException {
    assertTrue(asked.tryAcquire(PATIENCE, TimeUnit.SECONDS), "nobody asks what time it is");
  }

  @Override
  public Instant instant() {
    if (!answers.tryAcquire()) {
      asked.release();
      try {
        answers.acquire();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("stopped while it asked", stopped);
      }
    }
    return clock.instant();
  }

  @Override
  public ZoneId getZone() {
    return clock.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
