package org.opora.benchmark.load;

import java.util.SplittableRandom;

/** What a client does again and again. Used by many threads. */
@FunctionalInterface
public interface Task {
  /**
   * @param client number of the client, from 0
   */
  Ask next(int client, SplittableRandom random);
}
