package org.opora.api.ids;

import java.util.Objects;
import java.util.UUID;

/** A member of staff. An account, once opened, carries the same key. */
public record StaffId(UUID value) implements Id {
  public StaffId {
    Objects.requireNonNull(value);
  }

  public static StaffId next() {
    return new StaffId(Ids.next());
  }

  /**
   * @throws IllegalArgumentException when the text is no key
   */
  public static StaffId parse(String text) {
    return new StaffId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
