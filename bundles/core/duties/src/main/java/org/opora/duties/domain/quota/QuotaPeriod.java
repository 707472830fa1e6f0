package org.opora.duties.domain.quota;

import java.time.LocalDate;
import org.opora.duties.domain.Standing;

/**
 * The answer for one period.
 *
 * @param figured the day whose figures of the law apply: the first day of duty in it
 * @param until the last day; where the duty ends within the period, the last day of the duty
 * @param gone days of it that are over, the day asked for among them; with {@code days} the pace
 * @param days how many it has
 */
public record QuotaPeriod(
    LocalDate from,
    LocalDate until,
    LocalDate figured,
    QuotaGround ground,
    QuotaMinutes minutes,
    int gone,
    int days) {
  public Standing standing() {
    return ground.standing();
  }

  public boolean has(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }
}
