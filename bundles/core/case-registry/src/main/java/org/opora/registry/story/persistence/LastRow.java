package org.opora.registry.story.persistence;

import java.time.LocalDate;
import java.util.UUID;

/** The last fact of a kind about a person in a file. */
public record LastRow(
    UUID file, UUID person, LocalDate day, String origin, UUID source, boolean openingBalance) {}
