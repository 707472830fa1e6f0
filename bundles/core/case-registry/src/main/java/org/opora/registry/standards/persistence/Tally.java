package org.opora.registry.standards.persistence;

import java.util.UUID;

/**
 * How far a round has come.
 *
 * @param criteria how many it has
 * @param marked how many have a mark
 * @param points all marks together
 * @param lettered how many are criteria of the law, and no standards as a whole
 */
public record Tally(UUID round, long criteria, long marked, long points, long lettered) {
  /** As a query counts: the sum of no marks is missing. */
  public Tally(UUID round, Long criteria, Long marked, Long points, Long lettered) {
    this(
        round,
        criteria.longValue(),
        marked.longValue(),
        points == null ? 0 : points.longValue(),
        lettered.longValue());
  }
}
