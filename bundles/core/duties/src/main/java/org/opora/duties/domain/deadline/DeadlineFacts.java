package org.opora.duties.domain.deadline;

import java.time.LocalDate;
import java.util.List;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.Silence;

/**
 * What is known of one event and of what had to follow it.
 *
 * @param event the day of the event, which the time is counted from
 * @param stated the date by which it was asked for; null when none was stated
 * @param extended the day on which it was said that it will take longer; null when it was not
 * @param done the day on which it was done; null when it was not
 * @param silence the days of which nothing is known for sure
 * @param excused the days on which a reason is in the file why it could not be done
 */
public record DeadlineFacts(
    LocalDate event,
    LocalDate stated,
    LocalDate extended,
    LocalDate done,
    Silence silence,
    List<Days> excused) {
  public DeadlineFacts {
    excused = List.copyOf(excused);
  }
}
