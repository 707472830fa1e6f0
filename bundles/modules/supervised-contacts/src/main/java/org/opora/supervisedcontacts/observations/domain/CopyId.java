package org.opora.supervisedcontacts.observations.domain;

import java.util.Objects;
import java.util.UUID;
import org.opora.api.ids.Id;
import org.opora.api.ids.Ids;

/** A copy of a report for somebody. */
public record CopyId(UUID value) implements Id {
  public CopyId {
    Objects.requireNonNull(value);
  }

  public static CopyId next() {
    return new CopyId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
