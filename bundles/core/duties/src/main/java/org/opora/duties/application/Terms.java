package org.opora.duties.application;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.duties.spi.RuleSet;

/**
 * What the lines of every family go by. Where two of these are equal, so are the lines of a family
 * of which nothing else has changed.
 *
 * @param sets the rules of the law
 * @param promised those of the centre, with its numbers
 * @param sources who brings evidence
 * @param marks how far figures are confirmed
 * @param choices where sources of the law disagree
 */
record Terms(
    LocalDate asOf,
    List<RuleSet> sets,
    List<Promised> promised,
    Sources.Now sources,
    TrustMarks.Marks marks,
    Choices choices) {}
