package org.opora.registry.stand.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.opora.api.duties.Duties;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.api.text.Text;

/**
 * Where one carer stands. Each part is null where whoever writes the paper may not see it.
 *
 * @param keyWorker name; null when nobody is assigned, as {@code deputy} is
 * @param accounts hours of the carer, and respite of the carer and of each child
 * @param visits the next ones, the earliest first
 * @param requests what the carer asked for and has not been answered
 * @param steps what was agreed and is not done yet
 * @param reviews days on which both sides look at what they agreed, the earliest first
 */
public record Stand(
    CaseFileId file,
    PersonId carer,
    PersonName name,
    String keyWorker,
    String deputy,
    List<Duties.Line> accounts,
    List<Duties.Line> visits,
    List<Request> requests,
    List<Step> steps,
    List<Review> reviews) {
  /** Whether all is known that was promised: only then can be said that nothing was. */
  public boolean promisesKnown() {
    return requests != null && steps != null && reviews != null;
  }

  /** Whether anything of what is known is promised. */
  public boolean promisesAnything() {
    return Stream.of(requests, steps, reviews)
        .filter(Objects::nonNull)
        .anyMatch(part -> !part.isEmpty());
  }

  /**
   * What was asked for, by the words of the law and not by those that somebody wrote down.
   *
   * @param answerBy last day to answer
   */
  public record Request(LocalDate askedOn, Text right, LocalDate answerBy) {}

  /** Who takes a step, as the carer reads it. */
  public enum Whose {
    OURS,
    YOURS,
    TOGETHER
  }

  /**
   * @param words as both sides agreed on them
   * @param due null when no day is set
   */
  public record Step(Whose whose, String words, LocalDate due) {}

  /** What is looked at together. */
  public enum Looked {
    AIM,
    PLAN_OF_STAY,
    EDUCATION_PLAN
  }

  /**
   * @param child whose stay the plan is about; null for anything else
   */
  public record Review(Looked what, PersonName child, LocalDate on) {}
}
