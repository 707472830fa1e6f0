package org.opora.api.ids;

import java.util.Objects;
import java.util.UUID;

/** A family: people who belong together, whatever they have signed. */
public record FamilyId(UUID value) implements Id {
  public FamilyId {
    Objects.requireNonNull(value);
  }

  public static FamilyId next() {
    return new FamilyId(Ids.next());
  }

  /**
   * @throws IllegalArgumentException when the text is no key
   */
  public static FamilyId parse(String text) {
    return new FamilyId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
