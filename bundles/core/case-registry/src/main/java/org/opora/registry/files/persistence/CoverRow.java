package org.opora.registry.files.persistence;

import java.time.LocalDate;

/**
 * The cover of a file as its own page shows it.
 *
 * @param reopened whether it was ever closed and went on
 * @param doubted whether anything about it is doubtful
 * @param staged whether a stage of applicants was reached
 */
public record CoverRow(
    FileRow file,
    long version,
    LocalDate openedOn,
    String closedFor,
    LocalDate movedIn,
    boolean reopened,
    boolean doubted,
    boolean staged) {}
