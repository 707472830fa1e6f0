package org.opora.registry.standards.persistence;

import java.time.LocalDate;
import java.util.UUID;

/** A version without its text. */
public record VersionRow(
    UUID id,
    UUID rule,
    int number,
    LocalDate validFrom,
    String approvedBy,
    LocalDate approvedOn,
    String changes,
    UUID writtenBy,
    LocalDate issuedOn,
    UUID issuedBy) {
  public boolean issued() {
    return issuedOn != null;
  }
}
