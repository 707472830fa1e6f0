package org.opora.registry.files.persistence;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.access.RelationKind;

/** A file that somebody works with. */
public record WorkRow(UUID file, RelationKind kind, LocalDate since, LocalDate until) {}
