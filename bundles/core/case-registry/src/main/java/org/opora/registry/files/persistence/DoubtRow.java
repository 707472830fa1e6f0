package org.opora.registry.files.persistence;

import java.time.LocalDate;
import java.util.UUID;

/** A doubt that nobody has settled yet. */
public record DoubtRow(UUID id, String kind, LocalDate notedOn, UUID person, UUID otherFile) {}
