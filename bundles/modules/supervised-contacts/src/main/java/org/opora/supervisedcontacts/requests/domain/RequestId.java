package org.opora.supervisedcontacts.requests.domain;

import java.util.Objects;
import java.util.UUID;
import org.opora.api.ids.Id;
import org.opora.api.ids.Ids;

/** A request for contact. */
public record RequestId(UUID value) implements Id {
  public RequestId {
    Objects.requireNonNull(value);
  }

  public static RequestId next() {
    return new RequestId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
