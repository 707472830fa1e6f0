package org.opora.supervisedcontacts.plans.domain;

import java.util.Objects;
import java.util.UUID;
import org.opora.api.ids.Id;
import org.opora.api.ids.Ids;

/** A contact plan. */
public record PlanId(UUID value) implements Id {
  public PlanId {
    Objects.requireNonNull(value);
  }

  public static PlanId next() {
    return new PlanId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
