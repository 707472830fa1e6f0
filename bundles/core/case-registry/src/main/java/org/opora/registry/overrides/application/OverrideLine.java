package org.opora.registry.overrides.application;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.registry.tasks.persistence.FileLabel;

/**
 * A rule that somebody went on against, as the viewer sees it.
 *
 * @param file its number and name; null when it happened outside the work with any file, or the
 *     viewer may not see that file
 * @param rule what the rule says, in the viewer's language
 * @param reason of the list, in the viewer's language
 * @param words null when they are forgotten
 * @param author null when the colleague is not known any more
 * @param href page of the record; null when there is none, or its bundle is not here now
 */
public record OverrideLine(
    UUID id,
    LocalDate on,
    Subject subject,
    FileLabel file,
    String rule,
    String reason,
    String words,
    String author,
    String href) {}
