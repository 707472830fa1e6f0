package org.opora.registry.files.persistence;

import java.time.LocalDate;
import org.opora.api.files.ClosingReason;

/** The cover of a file as its own page shows it. */
public record CoverRow(
    FileRow file, long version, LocalDate openedOn, ClosingReason closedFor, LocalDate movedIn) {}
