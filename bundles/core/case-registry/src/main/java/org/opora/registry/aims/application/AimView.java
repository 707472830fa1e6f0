package org.opora.registry.aims.application;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.registry.aims.domain.AimResult;

/**
 * An agreed aim with what came of it.
 *
 * @param plan null when nothing is planned yet
 * @param reviewOn when both sides look at it; null once it has ended
 * @param endedOn null while it lasts
 * @param reviews the last one first
 */
public record AimView(
    UUID id,
    long version,
    LocalDate agreedOn,
    String aim,
    String plan,
    LocalDate reviewOn,
    LocalDate endedOn,
    List<Review> reviews) {
  public AimView {
    reviews = List.copyOf(reviews);
  }

  public boolean ended() {
    return endedOn != null;
  }

  /**
   * @param by name of whoever wrote it down; null when nobody knows any more
   */
  public record Review(LocalDate on, AimResult result, String words, String by) {}
}
