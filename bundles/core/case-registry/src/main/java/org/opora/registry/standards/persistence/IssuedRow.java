package org.opora.registry.standards.persistence;

import java.time.LocalDate;
import java.util.UUID;

/** An issued version with the name under which it was issued. */
public record IssuedRow(UUID id, UUID rule, int number, String title, LocalDate validFrom) {}
