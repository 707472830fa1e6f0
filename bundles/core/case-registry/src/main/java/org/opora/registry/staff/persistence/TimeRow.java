package org.opora.registry.staff.persistence;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A visit or a note as the time sheet counts it.
 *
 * @param minutes null when nobody wrote how long it was
 * @param travel minutes on the way; null when nobody wrote it, as {@code kilometres} is
 */
public record TimeRow(
    UUID entry, UUID file, LocalDate day, Integer minutes, Integer travel, Integer kilometres) {}
