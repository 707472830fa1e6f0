package org.opora.api.ids;

import java.util.Objects;
import java.util.UUID;

/** A person: child, carer, parent, anyone the centre knows. */
public record PersonId(UUID value) implements Id {
  public PersonId {
    Objects.requireNonNull(value);
  }

  public static PersonId next() {
    return new PersonId(Ids.next());
  }

  /**
   * @throws IllegalArgumentException when the text is no key
   */
  public static PersonId parse(String text) {
    return new PersonId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
