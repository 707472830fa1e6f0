package org.opora.supervisedcontacts.contacts.domain;

import java.util.Objects;
import java.util.UUID;
import org.opora.api.ids.Id;
import org.opora.api.ids.Ids;

/** What a contact is for one of its children. */
public record ContactChildId(UUID value) implements Id {
  public ContactChildId {
    Objects.requireNonNull(value);
  }

  public static ContactChildId next() {
    return new ContactChildId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
