package org.opora.api.demo.spi;

import org.opora.api.files.CareFacts;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A chapter that has a page for each family. Each page is in one transaction of the caller: all of
 * them in one would take longer with every family, as every question compares what is unwritten.
 * Its id has at most 20 characters.
 */
@ConsumerType
public interface DemoFamilyChapter extends DemoChapter {
  /**
   * The page of one family; it is asked for once.
   *
   * @param number of the family in the cast, from 0
   * @throws org.opora.api.faults.Refused when something is missing here; then this page and those
   *     after it wait for the next start
   */
  void write(DemoCast cast, CareFacts.InForce family, int number);

  /** What belongs to no family, after all pages. Most have nothing of the kind. */
  @Override
  default void write(DemoCast cast) {}
}
