package org.opora.documents.store.domain;

import java.util.Objects;
import java.util.UUID;
import org.opora.api.ids.Id;
import org.opora.api.ids.Ids;

/** A document of a family, in all its versions. */
public record DocumentId(UUID value) implements Id {
  public DocumentId {
    Objects.requireNonNull(value);
  }

  public static DocumentId next() {
    return new DocumentId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
