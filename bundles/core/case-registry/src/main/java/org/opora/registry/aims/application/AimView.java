package org.opora.registry.aims.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.registry.aims.domain.AimResult;
import org.opora.registry.aims.domain.Whose;

/**
 * An agreed aim with what came of it.
 *
 * @param reviewOn when both sides look at it; null once it has ended
 * @param endedOn null while it lasts
 * @param reviews the last one first
 */
public record AimView(UUID id, long version, Wording now, LocalDate endedOn, List<Review> reviews) {
  public AimView {
    reviews = List.copyOf(reviews);
  }

  public boolean ended() {
    return endedOn != null;
  }

  public LocalDate agreedOn() {
    return now.agreedOn();
  }

  public String aim() {
    return now.aim();
  }

  public String plan() {
    return now.plan();
  }

  /** When both sides look at it; null once it has ended. */
  public LocalDate reviewOn() {
    return now.reviewOn();
  }

  /** How far a goal had come when both sides last looked at it; null when they have not yet. */
  public AimResult lastResult(UUID goal) {
    return lastResult(goal, LocalDate.MAX);
  }

  /** The same as it was at the end of this day. */
  public AimResult lastResult(UUID goal, LocalDate day) {
    return reviews.stream()
        .filter(review -> !review.on().isAfter(day))
        .flatMap(review -> review.goals().stream())
        .filter(one -> one.goal().equals(goal))
        .map(GoalResult::result)
        .findFirst()
        .orElse(null);
  }

  /**
   * How it reads or read.
   *
   * @param number counted from one
   * @param plan null when nothing is planned yet
   * @param disagreed what those who agree do not agree on, or null
   * @param adultView how the adults see it, or null
   * @param why why it is best for each child, as far as the viewer sees the children
   */
  public record Wording(
      int number,
      LocalDate agreedOn,
      String aim,
      String plan,
      String disagreed,
      String adultView,
      LocalDate reviewOn,
      List<Goal> goals,
      List<Step> steps,
      List<Why> why) {
    public Wording {
      goals = List.copyOf(goals);
      steps = List.copyOf(steps);
      why = List.copyOf(why);
    }

    public String whyFor(PersonId child) {
      return why.stream()
          .filter(one -> one.child().equals(child))
          .map(Why::words)
          .findFirst()
          .orElse(null);
    }

    public List<Step> stepsOf(Whose whose) {
      return steps.stream().filter(step -> step.whose() == whose).toList();
    }
  }

  /**
   * @param measure by what one will know, or null
   * @param target the month by which it should be reached, or null
   */
  public record Goal(UUID id, String words, String measure, YearMonth target) {}

  /**
   * @param due null when no day is set
   * @param doneOn null while it is to be done
   * @param doneBy name of whoever wrote down that it is done, or null
   */
  public record Step(
      UUID id, Whose whose, String words, LocalDate due, LocalDate doneOn, String doneBy) {}

  public record Why(PersonId child, String words) {}

  /**
   * @param by name of whoever wrote it down; null when nobody knows any more
   * @param goals how far each goal had come
   */
  public record Review(
      LocalDate on, AimResult result, String words, String by, List<GoalResult> goals) {
    public Review {
      goals = List.copyOf(goals);
    }
  }

  /**
   * @param words of the goal as it read then
   */
  public record GoalResult(UUID goal, String words, AimResult result) {}

  /**
   * How it read before.
   *
   * @param by name of whoever put it otherwise; null when nobody knows any more
   */
  public record Former(Wording wording, String by, Instant at) {}
}
