package org.opora.registry.files.persistence;

import java.time.LocalDate;

/** The cover of a file as its own page shows it. */
public record CoverRow(
    FileRow file, long version, LocalDate openedOn, String closedFor, LocalDate movedIn) {}
