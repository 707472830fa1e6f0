package org.opora.supervisedcontacts.plans.domain;

import java.util.Objects;
import java.util.UUID;
import org.opora.api.ids.Id;
import org.opora.api.ids.Ids;

/** That somebody is to be taken off the forbidden list. */
public record ReleaseId(UUID value) implements Id {
  public ReleaseId {
    Objects.requireNonNull(value);
  }

  public static ReleaseId next() {
    return new ReleaseId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
