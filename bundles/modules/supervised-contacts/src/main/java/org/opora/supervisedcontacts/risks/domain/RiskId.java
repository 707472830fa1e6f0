package org.opora.supervisedcontacts.risks.domain;

import java.util.Objects;
import java.util.UUID;
import org.opora.api.ids.Id;
import org.opora.api.ids.Ids;

/** An assessment of what may go wrong when a child meets the people of a plan. */
public record RiskId(UUID value) implements Id {
  public RiskId {
    Objects.requireNonNull(value);
  }

  public static RiskId next() {
    return new RiskId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
