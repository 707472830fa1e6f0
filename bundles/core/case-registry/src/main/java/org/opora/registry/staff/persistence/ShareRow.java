package org.opora.registry.staff.persistence;

import java.time.LocalDate;
import java.util.UUID;

/** How much of a full time a post is, from a day on. */
public record ShareRow(UUID post, LocalDate since, int hundredths) {}
