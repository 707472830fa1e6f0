package org.opora.api.ids;

import java.time.Duration;
import java.util.UUID;

/**
 * Makes keys: time-ordered, so that b-trees grow at one end, with 74 random bits, so that none can
 * be guessed.
 */
public final class Ids {
  private static final long VERSION_7 = 0x7000L;

  private Ids() {}

  public static UUID next() {
    UUID random = UUID.randomUUID();
    long high =
        (System.currentTimeMillis() << 16)
            | VERSION_7
            | (random.getMostSignificantBits() & 0x0FFFL);
    return new UUID(high, random.getLeastSignificantBits());
  }

  /** Smaller than every key made in the last while, and greater than every earlier one. */
  public static UUID within(Duration last) {
    long begin = System.currentTimeMillis() - last.toMillis();
    return new UUID((begin << 16) | VERSION_7, Long.MIN_VALUE);
  }
}
