package org.opora.benchmark.data;

import java.util.SplittableRandom;
import java.util.UUID;

/** Keys as the product makes them, time first, but the same in every run. */
final class Keys {
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private final SplittableRandom random;
  private long moment = 1_700_000_000_000L << 16;

  Keys(long seed) {
    random = new SplittableRandom(seed);
  }

  UUID next() {
    moment += 1 << 13;
    long high = (moment & ~0xFFFFL) | VERSION_7 | random.nextInt(0x1000);
    return new UUID(high, VARIANT | (random.nextLong() >>> 2));
  }
}
