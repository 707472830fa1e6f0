package org.opora.api.ids;

import java.util.Objects;
import java.util.UUID;

/** The key worker's personal contact with a carer or child. */
public record VisitId(UUID value) implements Id {
  public VisitId {
    Objects.requireNonNull(value);
  }

  public static VisitId next() {
    return new VisitId(Ids.next());
  }

  /**
   * @throws IllegalArgumentException when the text is no key
   */
  public static VisitId parse(String text) {
    return new VisitId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
