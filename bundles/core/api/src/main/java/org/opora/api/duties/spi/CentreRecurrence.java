package org.opora.api.duties.spi;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.opora.api.duties.Duties.SubjectKind;
import org.opora.api.house.spi.Setting;
import org.opora.api.text.Text;

/**
 * Something is done again and again as long as something else lasts: an evaluation every half a
 * year, or after so many contacts, whichever comes first. All of it is evidence about the same in
 * the same file, tied by the same {@code ref}, such as the key of a plan; a beginning without one
 * is followed by nothing.
 *
 * <p>The time is counted from the last time it was done, or from the beginning. So are the times;
 * one on the day of the beginning counts, one on the day it was done was before it. The numbers
 * that hold are those of the day from which is counted.
 *
 * @param title name of the duty
 * @param about whom or what it is about
 * @param lasting kind of the evidence from whose first day to whose last it is owed; without a last
 *     day, until there is one
 * @param done kind of the evidence that it was done
 * @param every at least once in so many months
 * @param counted kind of the evidence that is counted; null where only time counts
 * @param times after so many of them; null where only time counts
 * @param within days after the last of those; null for the day itself
 * @param reasons keys of the sentences
 */
public record CentreRecurrence(
    String id,
    Text title,
    Set<SubjectKind> about,
    String lasting,
    String done,
    Setting every,
    String counted,
    Setting times,
    Setting within,
    Reasons reasons)
    implements CentreRule {
  /**
   * @throws IllegalArgumentException when it is about nobody of a file, when a number may be
   *     nothing, or when only one of what is counted and how often is said
   */
  public CentreRecurrence {
    CentreRules.id(id);
    Objects.requireNonNull(title);
    about = CentreRules.about(id, about);
    Objects.requireNonNull(lasting);
    Objects.requireNonNull(done);
    Objects.requireNonNull(reasons);
    CentreRules.counted(id, every, 1);
    if ((counted == null) != (times == null) || counted == null && within != null) {
      throw new IllegalArgumentException(id + " does not say what is counted, or how often");
    }
    if (times != null) {
      CentreRules.counted(id, times, 1);
    }
    if (within != null) {
      CentreRules.counted(id, within, 0);
    }
  }

  /** Where only time counts. */
  public CentreRecurrence(
      String id,
      Text title,
      Set<SubjectKind> about,
      String lasting,
      String done,
      Setting every,
      Reasons reasons) {
    this(id, title, about, lasting, done, every, null, null, null, reasons);
  }

  @Override
  public String begins() {
    return lasting;
  }

  @Override
  public Set<String> evidence() {
    Set<String> kinds = new LinkedHashSet<>(List.of(lasting));
    kinds.add(done);
    if (counted != null) {
      kinds.add(counted);
    }
    return kinds;
  }

  @Override
  public List<Setting> settings() {
    return Stream.of(every, times, within).filter(Objects::nonNull).toList();
  }

  /**
   * Sentences of the rule, in the texts of {@code origin}; each is given the arguments 0 = day from
   * which is counted, 1 = due date, 2 = days left or overdue (never negative), 3 = months, 4 = how
   * many times so far, 5 = after how many times it is due, 0 where only time counts.
   *
   * @param running there is time
   * @param dueSoon it falls due soon
   * @param overdue the day has passed
   * @param often it was so many times; the day has not passed. Null where only time counts
   * @param oftenOverdue it was so many times, and the day has passed. Null where only time counts
   * @param unknown not assessed: it may have been done while nothing was known
   */
  public record Reasons(
      String origin,
      String running,
      String dueSoon,
      String overdue,
      String often,
      String oftenOverdue,
      String unknown) {
    /** Where only time counts. */
    public Reasons(String origin, String running, String dueSoon, String overdue, String unknown) {
      this(origin, running, dueSoon, overdue, null, null, unknown);
    }
  }
}
