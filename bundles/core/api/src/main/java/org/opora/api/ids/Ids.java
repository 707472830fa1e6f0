package org.opora.api.ids;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Makes keys: time-ordered to a fraction of a microsecond, so that b-trees grow at one end and what
 * was written of one day is listed in the order it was written; with 62 random bits, so that none
 * can be guessed.
 */
public final class Ids {
  private static final long VERSION_7 = 0x7000L;
  private static final int NANOS_OF_A_MILLISECOND = 1_000_000;
  private static final int PARTS_OF_A_MILLISECOND = 0x1000;

  private Ids() {}

  public static UUID next() {
    Instant now = Instant.now();
    long part =
        (long) (now.getNano() % NANOS_OF_A_MILLISECOND)
            * PARTS_OF_A_MILLISECOND
            / NANOS_OF_A_MILLISECOND;
    return new UUID(
        (now.toEpochMilli() << 16) | VERSION_7 | part, UUID.randomUUID().getLeastSignificantBits());
  }

  /** Smaller than every key made in the last while, and greater than every earlier one. */
  public static UUID within(Duration last) {
    // By the clock that the keys are made by.
    long begin = Instant.now().minus(last).toEpochMilli();
    return new UUID((begin << 16) | VERSION_7, Long.MIN_VALUE);
  }
}
