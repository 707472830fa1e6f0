package org.opora.documents.store.persistence;

import java.time.Instant;
import java.util.UUID;
import org.opora.documents.content.domain.ContentKind;

/**
 * A version without its content.
 *
 * @param name sealed, as {@code hash} is
 */
public record VersionRow(
    UUID id,
    UUID document,
    int number,
    ContentKind kind,
    byte[] name,
    int bytes,
    byte[] hash,
    boolean cleaned,
    UUID addedBy,
    Instant addedAt) {}
