package org.opora.duties.domain.quota;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Time spent on what a quota asks for.
 *
 * @param minutes how long; an hour is 60 minutes
 * @param form code of the way it was spent, for the caps; means nothing here
 */
public record Credit(LocalDate on, int minutes, String form) {
  public Credit {
    Objects.requireNonNull(on);
    Objects.requireNonNull(form);
    if (minutes < 0) {
      throw new IllegalArgumentException("Time cannot be negative");
    }
  }
}
