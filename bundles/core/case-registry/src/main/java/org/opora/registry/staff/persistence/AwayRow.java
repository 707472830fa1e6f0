package org.opora.registry.staff.persistence;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.registry.staff.domain.AbsenceKind;

/**
 * Somebody away.
 *
 * @param deputy null when nobody stands in
 * @param confirmedOn null until the families were given to the deputy
 */
public record AwayRow(
    UUID id,
    long version,
    UUID staff,
    AbsenceKind kind,
    LocalDate since,
    LocalDate until,
    UUID deputy,
    LocalDate confirmedOn) {}
