package org.opora.api.ids;

import java.util.Objects;
import java.util.UUID;

/** A child's sub-file, which moves with the child from file to file. */
public record ChildFileId(UUID value) implements Id {
  public ChildFileId {
    Objects.requireNonNull(value);
  }

  public static ChildFileId next() {
    return new ChildFileId(Ids.next());
  }

  /**
   * @throws IllegalArgumentException when the text is no key
   */
  public static ChildFileId parse(String text) {
    return new ChildFileId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
