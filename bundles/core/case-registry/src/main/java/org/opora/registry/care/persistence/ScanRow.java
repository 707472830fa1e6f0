package org.opora.registry.care.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.registry.care.domain.ScanKind;

/**
 * A scan without its content.
 *
 * @param struckOn null unless it was attached by mistake, as {@code struckBy} and the sealed {@code
 *     struckWhy} are
 */
public record ScanRow(
    UUID id,
    ScanKind kind,
    int bytes,
    UUID by,
    Instant at,
    LocalDate struckOn,
    UUID struckBy,
    byte[] struckWhy) {}
