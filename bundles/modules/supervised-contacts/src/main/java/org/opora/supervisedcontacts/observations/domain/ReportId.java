package org.opora.supervisedcontacts.observations.domain;

import java.util.Objects;
import java.util.UUID;
import org.opora.api.ids.Id;
import org.opora.api.ids.Ids;

/** A report on what was observed of a child at a contact. */
public record ReportId(UUID value) implements Id {
  public ReportId {
    Objects.requireNonNull(value);
  }

  public static ReportId next() {
    return new ReportId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
