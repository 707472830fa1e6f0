package org.opora.supervisedcontacts.plans.domain;

import java.util.Objects;
import java.util.UUID;
import org.opora.api.ids.Id;
import org.opora.api.ids.Ids;

/** A person named by a contact plan. */
public record PlanPersonId(UUID value) implements Id {
  public PlanPersonId {
    Objects.requireNonNull(value);
  }

  public static PlanPersonId next() {
    return new PlanPersonId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
