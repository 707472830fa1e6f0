package org.opora.api.duties.spi;

import java.util.Set;
import org.opora.api.access.Viewer;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Closes what the house owes by the rules of a country: a rule knows of a record no more than its
 * key, and only the bundle that keeps the record knows whom it is about.
 */
@ConsumerType
public interface HouseWalls {
  /**
   * @param refs what ties the facts of a duty to one another, as the key of a record; also those of
   *     records of others, of which nothing is said
   * @return those of records of this bundle that a wall closes to the viewer, whatever they hold
   */
  Set<String> closed(Viewer viewer, Set<String> refs);
}
