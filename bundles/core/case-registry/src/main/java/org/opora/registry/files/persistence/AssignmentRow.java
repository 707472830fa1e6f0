package org.opora.registry.files.persistence;

import java.util.UUID;
import org.opora.api.access.RelationKind;

/** Who works with a file. */
public record AssignmentRow(UUID file, UUID staff, RelationKind kind) {}
