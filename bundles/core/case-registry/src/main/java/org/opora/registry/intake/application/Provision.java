package org.opora.registry.intake.application;

import java.time.LocalDate;

/**
 * What the return on a year says in words of the centre, because no record holds it.
 *
 * @param version 0 while nothing is written
 * @param material premises, equipment and means; null for nothing
 * @param staffing what the figures of staff do not say; null for nothing
 * @param writtenOn null while nothing is written, as is {@code writtenBy}
 * @param open whether it may still be written: until the return is filed
 */
public record Provision(
    long version,
    String material,
    String staffing,
    LocalDate writtenOn,
    String writtenBy,
    boolean open) {}
