package org.opora.api.demo.spi;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a room writes into the made-up centre of a demonstration, so that whoever looks around finds
 * no empty page. It is asked in a demonstration only, after the families were made, and once: what
 * is written is kept when its bundle leaves and comes back.
 */
@ConsumerType
public interface DemoChapter {
  /** Kept for good; at most 60 characters of the kind {@code [a-z-]}. */
  String id();

  /**
   * Writes through the use cases that people use. Everything is in one transaction of the caller.
   *
   * @throws org.opora.api.faults.Refused when something is missing here, such as a law pack; then
   *     nothing stays, and the next start asks again
   */
  void write(DemoCast cast);
}
