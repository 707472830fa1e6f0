package org.opora.supervisedcontacts.agreements.domain;

import java.util.Objects;
import java.util.UUID;
import org.opora.api.ids.Id;
import org.opora.api.ids.Ids;

/** A written agreement on contact. */
public record AgreementId(UUID value) implements Id {
  public AgreementId {
    Objects.requireNonNull(value);
  }

  public static AgreementId next() {
    return new AgreementId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
