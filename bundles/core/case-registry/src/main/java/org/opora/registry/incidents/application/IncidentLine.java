package org.opora.registry.incidents.application;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.registry.incidents.domain.Kind;
import org.opora.registry.incidents.domain.State;
import org.opora.registry.tasks.persistence.FileLabel;

/**
 * An incident in a list: no word of what happened.
 *
 * @param file its case file, for the trail
 * @param label number and name of the file; null when the viewer may not see it
 * @param closedOn null while it is not closed
 */
public record IncidentLine(
    UUID id,
    CaseFileId file,
    FileLabel label,
    Kind kind,
    State state,
    LocalDate on,
    String author,
    LocalDate closedOn) {}
