package org.opora.api.ids;

import java.util.Objects;
import java.util.UUID;

/** A foster-care agreement. */
public record AgreementId(UUID value) implements Id {
  public AgreementId {
    Objects.requireNonNull(value);
  }

  public static AgreementId next() {
    return new AgreementId(Ids.next());
  }

  /**
   * @throws IllegalArgumentException when the text is no key
   */
  public static AgreementId parse(String text) {
    return new AgreementId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
