package org.opora.api.duties.spi;

import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.opora.api.duties.Duties.SubjectKind;
import org.opora.api.text.Text;

/**
 * Something follows an event by a day. Both are evidence about the same, tied by the same {@code
 * ref}; an event without one is followed by nothing. It stands in the list while it is not done.
 * The figures that apply are those of the day of the event.
 *
 * @param title name of the duty
 * @param about whom or what it can be about: children, carers, agreements, the house
 * @param event kind of the evidence from whose day the time is counted; where it has a last day,
 *     that is the date which whoever asked has set
 * @param done kind of the evidence that it was done
 * @param extended kind of the evidence that it was said in time that it will take longer; null
 *     where the law does not let anybody say so
 * @param terms by when, dated, in any order, not overlapping
 * @param extensions by how much it may be made longer, dated in the same way
 * @param reasons keys of the sentences
 */
public record DeadlineRule(
    String id,
    Text title,
    Set<SubjectKind> about,
    String event,
    String done,
    String extended,
    List<Parameter<Term>> terms,
    List<Parameter<Period>> extensions,
    Reasons reasons)
    implements Rule {
  public DeadlineRule {
    about = Set.copyOf(about);
    Objects.requireNonNull(event);
    Objects.requireNonNull(done);
    terms = List.copyOf(terms);
    extensions = List.copyOf(extensions);
  }

  /** Id under which a pack shows by when. */
  public String termFigure() {
    return id + ".term";
  }

  /** Id under which a pack shows by how much it may be made longer. */
  public String extensionFigure() {
    return id + ".extension";
  }

  /**
   * Sentences of the rule, in the texts of {@code origin}; each is given the arguments 0 = day of
   * the event, 1 = due date, 2 = days left or overdue (never negative), 3 = paragraph.
   *
   * @param running there is time
   * @param dueSoon it falls due soon
   * @param overdue the day has passed
   * @param unknown not assessed: it may have been done while nothing was known
   */
  public record Reasons(
      String origin, String running, String dueSoon, String overdue, String unknown) {}
}
