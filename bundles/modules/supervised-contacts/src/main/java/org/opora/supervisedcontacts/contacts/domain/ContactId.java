package org.opora.supervisedcontacts.contacts.domain;

import java.util.Objects;
import java.util.UUID;
import org.opora.api.ids.Id;
import org.opora.api.ids.Ids;

/** One meeting, planned, held or cancelled. */
public record ContactId(UUID value) implements Id {
  public ContactId {
    Objects.requireNonNull(value);
  }

  public static ContactId next() {
    return new ContactId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
