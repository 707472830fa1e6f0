package org.opora.registry.notes.persistence;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.registry.notes.domain.NoteKind;

/** What a note says of one child alone. */
public record ChildWords(
    UUID id, UUID childFile, NoteKind kind, LocalDate day, UUID by, byte[] words) {}
