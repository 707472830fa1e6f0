package org.opora.supervisedcontacts.risks.application;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.opora.supervisedcontacts.risks.domain.RiskKind;
import org.opora.supervisedcontacts.risks.domain.RiskLevel;
import org.opora.supervisedcontacts.risks.domain.RiskOutcome;

/**
 * An assessment as it is written down.
 *
 * @param areas one for each kind
 * @param words why it was decided so
 * @param reviewOn when it is looked at again; null when no day was set
 */
public record NewAssessment(
    LocalDate on, List<Area> areas, RiskOutcome outcome, String words, LocalDate reviewOn) {
  public NewAssessment {
    areas = List.copyOf(areas);
  }

  /**
   * @param level null while nothing was chosen
   * @param words how it may go wrong; null when nothing is to say
   * @param measure what is done about it; null when nothing
   */
  public record Area(RiskKind kind, RiskLevel level, String words, String measure) {}

  /** The highest of all. */
  RiskLevel level() {
    return areas.stream().map(Area::level).max(Comparator.naturalOrder()).orElse(RiskLevel.NONE);
  }
}
