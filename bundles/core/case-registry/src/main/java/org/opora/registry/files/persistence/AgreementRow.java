package org.opora.registry.files.persistence;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.files.CareKind;

/** An agreement of a file. */
public record AgreementRow(
    UUID file, UUID id, CareKind kind, boolean mediated, LocalDate concludedOn, LocalDate endedOn) {
  public boolean on(LocalDate day) {
    return !concludedOn.isAfter(day) && (endedOn == null || !endedOn.isBefore(day));
  }
}
