package org.opora.api.duties.spi;

import java.time.LocalDate;
import java.util.List;
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

  /** Whether offices work on this day. */
  boolean workingDay(LocalDate day);
}
