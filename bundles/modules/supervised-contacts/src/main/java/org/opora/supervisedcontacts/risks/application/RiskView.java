package org.opora.supervisedcontacts.risks.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.opora.api.people.PersonName;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.risks.domain.RiskId;
import org.opora.supervisedcontacts.risks.domain.RiskKind;
import org.opora.supervisedcontacts.risks.domain.RiskLevel;
import org.opora.supervisedcontacts.risks.domain.RiskOutcome;
import org.opora.supervisedcontacts.risks.domain.RiskState;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;

/**
 * An assessment as pages show it.
 *
 * @param childName null when the viewer may not see the name
 * @param last whether it is the last one of its plan, so that it counts
 * @param opened whether the viewer reads its words; without that, all of them are null
 * @param decidedBy null while no second person has looked at it
 */
public record RiskView(
    RiskId id,
    long version,
    ChildOfFile whose,
    PersonName childName,
    PlanId plan,
    int number,
    boolean last,
    LocalDate on,
    RiskLevel level,
    List<Area> areas,
    RiskOutcome outcome,
    String words,
    LocalDate reviewOn,
    RiskState state,
    String by,
    Instant at,
    String decidedBy,
    Instant decidedAt,
    String decidedWords,
    boolean opened) {

  /** One of the things that were looked at. */
  public record Area(RiskKind kind, RiskLevel level, String words, String measure) {}

  /** Of what there is any risk, the higher first. */
  public List<Area> risky() {
    return areas.stream()
        .filter(area -> area.level() != RiskLevel.NONE)
        .sorted((one, other) -> other.level().compareTo(one.level()))
        .toList();
  }

  public boolean waits() {
    return last && state == RiskState.WAITING;
  }
}
