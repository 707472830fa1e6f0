package org.opora.registry.staff.persistence;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.registry.staff.domain.EmploymentKind;
import org.opora.registry.staff.domain.PostCode;

/** A post of a member of staff. */
public record PostRow(
    UUID id,
    long version,
    UUID staff,
    PostCode code,
    String wording,
    EmploymentKind kind,
    String workplace,
    LocalDate since,
    LocalDate until,
    LocalDate probationUntil,
    boolean socialWorker) {
  public boolean on(LocalDate day) {
    return !since.isAfter(day) && !over(day);
  }

  /** Whether it has ended by this day. */
  public boolean over(LocalDate day) {
    return until != null && until.isBefore(day);
  }
}
