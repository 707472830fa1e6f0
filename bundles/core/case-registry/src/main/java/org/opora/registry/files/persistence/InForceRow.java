package org.opora.registry.files.persistence;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.files.CareKind;

/** An agreement with the cover of its file. */
public record InForceRow(
    UUID file,
    String number,
    String numberN,
    String familyName,
    LocalDate movedIn,
    UUID agreement,
    CareKind kind,
    boolean mediated,
    LocalDate concludedOn,
    LocalDate endedOn) {}
