package org.opora.registry.files.persistence;

import java.time.LocalDate;
import java.util.UUID;

/** Cover of a file in which something is recorded. */
public record RecordedRow(UUID file, String number, String familyName, LocalDate movedIn) {}
