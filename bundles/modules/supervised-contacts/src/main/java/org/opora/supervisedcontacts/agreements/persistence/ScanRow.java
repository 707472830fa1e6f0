package org.opora.supervisedcontacts.agreements.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.supervisedcontacts.agreements.domain.ScanFormat;

/** A scan without its content. */
public record ScanRow(
    UUID id, ScanFormat format, int bytes, UUID by, Instant at, LocalDate struckOn) {}
