package org.opora.api.ids;

import java.util.Objects;
import java.util.UUID;

/** Something that a member of staff is to do. */
public record TaskId(UUID value) implements Id {
  public TaskId {
    Objects.requireNonNull(value);
  }

  public static TaskId next() {
    return new TaskId(Ids.next());
  }

  /**
   * @throws IllegalArgumentException when the text is no key
   */
  public static TaskId parse(String text) {
    return new TaskId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
