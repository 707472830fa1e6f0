package org.opora.duties.domain.quota;

import java.time.LocalDate;

/**
 * How an account stood when it was taken over, as a person wrote it down. It answers for the whole
 * time of its period before that day: credits of that time are in it and do not count again, and
 * silence of that time is none.
 *
 * @param on the first day that is not in it
 * @param counted minutes of the period then running, after its caps
 * @param carriedIn minutes brought into that period from the one before
 */
public record OpeningMinutes(LocalDate on, int counted, int carriedIn) {
  public OpeningMinutes {
    if (counted < 0 || carriedIn < 0) {
      throw new IllegalArgumentException("Time cannot be negative");
    }
  }
}
