package org.opora.registry.story.persistence;

import java.util.UUID;
import org.opora.api.access.Subject.Kind;

/**
 * Something found.
 *
 * @param word key of the word it was found by: the cursor
 */
public record FindableRow(
    UUID word,
    UUID id,
    String origin,
    String kind,
    Kind subjectKind,
    UUID subject,
    String cs,
    String pl,
    String en,
    String href,
    String text) {}
