package org.opora.api.ids;

import java.util.Objects;
import java.util.UUID;

/** The stay of one child in one family. */
public record PlacementId(UUID value) implements Id {
  public PlacementId {
    Objects.requireNonNull(value);
  }

  public static PlacementId next() {
    return new PlacementId(Ids.next());
  }

  /**
   * @throws IllegalArgumentException when the text is no key
   */
  public static PlacementId parse(String text) {
    return new PlacementId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
