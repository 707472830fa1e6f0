package org.opora.supervisedcontacts.preparation.domain;

import java.util.Objects;
import java.util.UUID;
import org.opora.api.ids.Id;
import org.opora.api.ids.Ids;

/** That somebody was prepared for contact. */
public record PreparationId(UUID value) implements Id {
  public PreparationId {
    Objects.requireNonNull(value);
  }

  public static PreparationId next() {
    return new PreparationId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
