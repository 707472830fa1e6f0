package org.opora.api.duties.spi;

import java.util.List;
import org.opora.api.text.Text;

/**
 * What the law asks of a body with a mandate for social and legal protection of children.
 *
 * @param activities what a mandate can be for; one code may have several wordings that follow one
 *     another
 * @param changeByDay the day of the following month by which a change is notified
 * @param insuranceDays within how many days of a new liability insurance its copy is sent
 */
public record MandateLaw(
    List<Activity> activities,
    List<Parameter<Integer>> changeByDay,
    List<Parameter<Integer>> insuranceDays) {
  public MandateLaw {
    activities = List.copyOf(activities);
    changeByDay = List.copyOf(changeByDay);
    insuranceDays = List.copyOf(insuranceDays);
  }

  /**
   * @param title the activity in words
   * @param dated its code, such as {@code cz.accompaniment}, and the wording of the law it stands
   *     in
   */
  public record Activity(Text title, Parameter<String> dated) {
    /** What is kept. At most 60 characters, without blanks. */
    public String code() {
      return dated.value();
    }
  }
}
