package org.opora.registry.files.persistence;

import java.time.LocalDate;
import java.util.UUID;

/** An agreement in preparation with the cover of its file. */
public record PreparedRow(
    UUID file, String number, String familyName, LocalDate movedIn, UUID agreement) {}
