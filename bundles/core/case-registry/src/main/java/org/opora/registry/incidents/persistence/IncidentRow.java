package org.opora.registry.incidents.persistence;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.registry.incidents.domain.Kind;
import org.opora.registry.incidents.domain.State;

/**
 * An incident in a list.
 *
 * @param closedOn null while it is not closed
 */
public record IncidentRow(
    UUID id, UUID file, Kind kind, State state, LocalDate on, UUID author, LocalDate closedOn) {}
