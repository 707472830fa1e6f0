package org.opora.duties.domain.recurrence;

import java.time.LocalDate;
import java.util.List;
import org.opora.duties.domain.Days;
import org.opora.duties.domain.Silence;

/**
 * What is known of something that is done again and again while something else lasts.
 *
 * @param lasting from the first day on which it is owed to the last
 * @param done the days on which it was done, in any order
 * @param counted the days of what is counted, in any order; two on one day count twice
 * @param silence the days of which nothing is known for sure
 * @param excused the days on which a reason is in the file why it could not be done
 */
public record RecurrenceFacts(
    Days lasting,
    List<LocalDate> done,
    List<LocalDate> counted,
    Silence silence,
    List<Days> excused) {
  public RecurrenceFacts {
    done = List.copyOf(done);
    counted = List.copyOf(counted);
    excused = List.copyOf(excused);
  }
}
