package org.opora.registry.kin.persistence;

import java.time.LocalDate;
import java.util.UUID;

/** A stay of one child in a family whose file the viewer may see. */
public record StayAt(
    UUID file, String number, String familyName, LocalDate since, LocalDate until) {}
