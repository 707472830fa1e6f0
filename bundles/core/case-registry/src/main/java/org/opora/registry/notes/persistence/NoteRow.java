package org.opora.registry.notes.persistence;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.opora.registry.notes.domain.NoteKind;

/**
 * A note in one line.
 *
 * @param goneOn null while it counts
 */
public record NoteRow(
    UUID id,
    NoteKind kind,
    LocalDate day,
    LocalTime start,
    Integer minutes,
    UUID by,
    LocalDate goneOn) {}
