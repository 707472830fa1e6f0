package org.opora.registry.legal.application;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.registry.legal.domain.Force;

/**
 * What is written down about the legal position of a child.
 *
 * @param representatives those of the day first, then the newest
 * @param decisions the newest first
 */
public record Position(List<Standing> representatives, List<Ruling> decisions) {
  public Position {
    representatives = List.copyOf(representatives);
    decisions = List.copyOf(decisions);
  }

  /**
   * @param text with neither person nor name when the viewer must not recognise them
   * @param link the person's key when the viewer may open them; null otherwise
   * @param now whether it is written down for the day
   * @param ground the decision on which it rests, or null
   * @param mistake null while it counts
   */
  public record Standing(
      UUID id,
      long version,
      PersonId child,
      NewRepresentative text,
      PersonId link,
      boolean now,
      Ground ground,
      Mistake mistake,
      String by) {}

  /**
   * @param text whose {@code to} leaves out whom the viewer must not recognise
   * @param force on the day
   * @param named to whom it entrusts the child, in the order in which they were written
   * @param mistake null while it counts
   */
  public record Ruling(
      UUID id,
      long version,
      PersonId child,
      NewDecision text,
      Force force,
      List<Named> named,
      Mistake mistake,
      String by) {}

  /**
   * @param person null, as {@code name} is, when the viewer must not recognise them; null with an
   *     empty name when they were erased
   * @param link the person's key when the viewer may open them; null otherwise
   */
  public record Named(PersonId person, String name, PersonId link) {}

  /** A decision named beside what rests on it. */
  public record Ground(UUID id, String court, String reference, LocalDate decidedOn, Force force) {}

  /** That it was written down by mistake: when this was noted, by whom, and why. */
  public record Mistake(LocalDate on, String by, String reason) {}
}
