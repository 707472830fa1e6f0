package org.opora.registry.files.persistence;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.files.CareKind;

/** A carer under an agreement: dates and the kind of care, and of no file. */
public record CaringRow(
    UUID person,
    UUID agreement,
    CareKind kind,
    boolean mediated,
    LocalDate concludedOn,
    LocalDate endedOn,
    LocalDate since,
    LocalDate until) {
  /** The first day of both. */
  public LocalDate from() {
    return since.isBefore(concludedOn) ? concludedOn : since;
  }

  /** The last day of both; null while none is known. */
  public LocalDate last() {
    return until == null || endedOn != null && endedOn.isBefore(until) ? endedOn : until;
  }
}
