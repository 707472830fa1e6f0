package org.opora.registry.trail.application;

import java.time.LocalDateTime;
import org.opora.api.access.TrailReader.Outcome;
import org.opora.api.text.Text;

/**
 * Once that somebody used the records of a person, without a name of anybody.
 *
 * @param at in the zone of the centre
 * @param act what was done, in words
 * @param why on what ground, in words
 */
public record ExtractLine(LocalDateTime at, Text act, Outcome outcome, Text why) {}
