package org.opora.calendar.views.persistence;

import java.time.Instant;
import java.util.UUID;
import org.opora.api.calendar.Attendee;

/**
 * Somebody who has to be at an appointment.
 *
 * @param hereFrom null, as {@code hereUntil}, when they are not in the house for it
 * @param cameAt null, as {@code wentAt}, while nobody wrote it down
 */
public record AttendingRow(
    UUID appointment,
    Attendee.Kind kind,
    UUID who,
    Instant hereFrom,
    Instant hereUntil,
    Instant cameAt,
    Instant wentAt) {}
