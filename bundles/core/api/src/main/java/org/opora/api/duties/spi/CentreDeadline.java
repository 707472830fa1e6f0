package org.opora.api.duties.spi;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.opora.api.duties.Duties.SubjectKind;
import org.opora.api.house.spi.Setting;
import org.opora.api.text.Text;

/**
 * Something follows an event by a day: the report on a contact, within so many days. Both are
 * evidence about the same in the same file, tied by the same {@code ref}; an event without one is
 * followed by nothing. It stands in the list while it is not done. The number that holds is that of
 * the day of the event; no date is shifted for a weekend.
 *
 * @param title name of the duty
 * @param about whom or what the events are about that count
 * @param event kind of the evidence from whose day the time is counted, which is none of the days
 * @param done kind of the evidence that it was done, on the day of the event or later
 * @param within how many days or months; null where the last day of the event says by when, and
 *     then an event without one is never due
 * @param unit what {@code within} counts
 * @param reasons keys of the sentences
 */
public record CentreDeadline(
    String id,
    Text title,
    Set<SubjectKind> about,
    String event,
    String done,
    Setting within,
    Unit unit,
    Reasons reasons)
    implements CentreRule {
  /**
   * @throws IllegalArgumentException when it is about nobody of a file
   */
  public CentreDeadline {
    CentreRules.id(id);
    Objects.requireNonNull(title);
    about = CentreRules.about(id, about);
    Objects.requireNonNull(event);
    Objects.requireNonNull(done);
    Objects.requireNonNull(unit);
    Objects.requireNonNull(reasons);
    if (within != null) {
      CentreRules.counted(id, within, 0);
    }
  }

  @Override
  public String begins() {
    return event;
  }

  @Override
  public Set<String> evidence() {
    return event.equals(done) ? Set.of(event) : Set.of(event, done);
  }

  @Override
  public List<Setting> settings() {
    return within == null ? List.of() : List.of(within);
  }

  /** What is counted; months end where they end. */
  public enum Unit {
    DAYS,
    MONTHS
  }

  /**
   * Sentences of the rule, in the texts of {@code origin}; each is given the arguments 0 = day of
   * the event, 1 = due date, 2 = days left or overdue (never negative), 3 = the number that held.
   *
   * @param running there is time
   * @param dueSoon it falls due soon
   * @param overdue the day has passed
   * @param unknown not assessed: it may have been done while nothing was known
   */
  public record Reasons(
      String origin, String running, String dueSoon, String overdue, String unknown) {}
}
