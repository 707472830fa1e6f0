package org.opora.api.ids;

import java.util.Objects;
import java.util.UUID;

/** A body of the directory: an authority, a court, a school, a doctor. */
public record BodyId(UUID value) implements Id {
  public BodyId {
    Objects.requireNonNull(value);
  }

  public static BodyId next() {
    return new BodyId(Ids.next());
  }

  /**
   * @throws IllegalArgumentException when the text is no key
   */
  public static BodyId parse(String text) {
    return new BodyId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
