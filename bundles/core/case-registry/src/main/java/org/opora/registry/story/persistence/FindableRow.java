package org.opora.registry.story.persistence;

import java.util.UUID;
import org.opora.api.access.Subject.Kind;

/**
 * Something found.
 *
 * @param source key of the record behind it
 * @param subject null for a thing about nobody
 */
public record FindableRow(
    UUID id,
    String origin,
    String kind,
    UUID source,
    Kind subjectKind,
    UUID subject,
    String cs,
    String pl,
    String en,
    String href) {}
