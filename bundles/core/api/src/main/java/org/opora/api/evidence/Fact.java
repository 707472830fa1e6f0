package org.opora.api.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What is proven, by which record of which bundle; free of content. The values are those of {@link
 * NewFact}.
 *
 * @param source key of the record, which the reader may not be allowed to open
 */
public record Fact(
    UUID source,
    String origin,
    String kind,
    About about,
    LocalDate on,
    LocalDate until,
    BigDecimal quantity,
    String unit,
    String form,
    String ref,
    boolean openingBalance) {}
