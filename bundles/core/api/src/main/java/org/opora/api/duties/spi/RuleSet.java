package org.opora.api.duties.spi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The rules of a country. Figures are dated parameters with paragraph and trust mark, never
 * constants in code.
 */
@ConsumerType
public interface RuleSet {
  /** Such as {@code cz}. */
  String id();

  /** Changes whenever a figure changes. */
  String version();

  List<Rule> rules();

  /** Every dated figure of the pack, for the page that shows them; in the order of the pack. */
  default List<LawFigure> figures() {
    return List.of();
  }

  /** What the law asks of a mandated body; empty in a pack that knows no mandates. */
  default Optional<MandateLaw> mandate() {
    return Optional.empty();
  }

  /** How long closed files are kept; empty in a pack that does not say. */
  default Optional<RetentionLaw> retention() {
    return Optional.empty();
  }

  /**
   * Code of what follows from the end of an agreement and is its last report; empty when the pack
   * asks for none. Whoever makes out the report has done it.
   */
  default Optional<String> reportFollowUp() {
    return Optional.empty();
  }

  /** Whether offices work on this day. */
  boolean workingDay(LocalDate day);
}
