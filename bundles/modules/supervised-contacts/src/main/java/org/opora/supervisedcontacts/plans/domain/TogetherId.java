package org.opora.supervisedcontacts.plans.domain;

import java.util.Objects;
import java.util.UUID;
import org.opora.api.ids.Id;
import org.opora.api.ids.Ids;

/** Siblings with whom somebody may be only when all of them are there. */
public record TogetherId(UUID value) implements Id {
  public TogetherId {
    Objects.requireNonNull(value);
  }

  public static TogetherId next() {
    return new TogetherId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
