package org.opora.registry.plans.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.registry.plans.domain.Answer;
import org.opora.registry.plans.domain.Area;
import org.opora.registry.plans.domain.PlanKind;
import org.opora.registry.plans.domain.PlanTerms;

/**
 * A plan with what came of it.
 *
 * @param whose the child, or the carer
 * @param answer what the carers say to how it reads now
 * @param by name of whoever wrote it so; null when nobody knows any more
 * @param reviews the last one first
 */
public record PlanView(
    UUID id,
    long version,
    PlanKind kind,
    PersonId whose,
    Text now,
    Answer answer,
    String by,
    List<Review> reviews) {
  public PlanView {
    reviews = List.copyOf(reviews);
  }

  /**
   * How it reads or read.
   *
   * @param number counted from one
   * @param words where the child is now and what its plan rests on, or what the carer needs to
   *     learn
   */
  public record Text(int number, PlanTerms terms, String words, List<Line> lines) {
    public Text {
      lines = List.copyOf(lines);
    }

    /** Hours of education that are planned. */
    public int hours() {
      return lines.stream().mapToInt(line -> line.hours() == null ? 0 : line.hours()).sum();
    }
  }

  /**
   * @param area null for education
   * @param how who does what, or who gives it; null when nothing is said
   * @param due when, or null
   * @param hours null for a stay, or when they are not known
   */
  public record Line(Area area, String words, String how, LocalDate due, Integer hours) {}

  public record Review(LocalDate on, String words, String by) {}

  /**
   * How it read before.
   *
   * @param by name of whoever corrected it; null when nobody knows any more
   */
  public record Former(Text text, String by, Instant at) {}
}
