package org.opora.api.ids;

import java.util.Objects;
import java.util.UUID;

/** A case file; its spine is the agreement, and it lives on without a child. */
public record CaseFileId(UUID value) implements Id {
  public CaseFileId {
    Objects.requireNonNull(value);
  }

  public static CaseFileId next() {
    return new CaseFileId(Ids.next());
  }

  /**
   * @throws IllegalArgumentException when the text is no key
   */
  public static CaseFileId parse(String text) {
    return new CaseFileId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
