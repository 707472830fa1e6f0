package org.opora.registry.tasks.persistence;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.text.Title;
import org.opora.registry.tasks.domain.About;
import org.opora.registry.tasks.domain.Origin;

/**
 * A task in a list, its words still sealed.
 *
 * @param title null when a person wrote it
 * @param doneOn null while it is open, as {@code doneBy} is
 */
public record TaskRow(
    UUID id,
    long version,
    About about,
    byte[] what,
    Title title,
    UUID author,
    LocalDate givenOn,
    UUID doer,
    LocalDate due,
    LocalDate doneOn,
    UUID doneBy,
    byte[] note,
    Origin origin) {}
