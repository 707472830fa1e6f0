package org.opora.moduletemplate.domain;

import java.util.Objects;
import java.util.UUID;
import org.opora.api.ids.Id;
import org.opora.api.ids.Ids;

/** A wish of a family. */
public record WishId(UUID value) implements Id {
  public WishId {
    Objects.requireNonNull(value);
  }

  public static WishId next() {
    return new WishId(Ids.next());
  }

  /** As it stands in a path. */
  @Override
  public String toString() {
    return value.toString();
  }
}
