package org.opora.api.ids;

import java.util.Objects;
import java.util.UUID;

/** A document of a family, in all its versions. */
public record DocumentId(UUID value) implements Id {
  public DocumentId {
    Objects.requireNonNull(value);
  }

  public static DocumentId next() {
    return new DocumentId(Ids.next());
  }

  /**
   * @throws IllegalArgumentException when the text is no key
   */
  public static DocumentId parse(String text) {
    return new DocumentId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
