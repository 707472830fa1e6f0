package org.opora.calendar.feeds.domain;

import java.time.Instant;
import org.opora.api.calendar.Slot;
import org.opora.api.ids.AppointmentId;

/**
 * An appointment as it may leave the house: when, where in the house, and what kind of. It names
 * nobody, and the way to it is not part of it.
 *
 * @param summary what kind of appointment, and the characters by which it is found in the calendar
 * @param room null when it is not in the house
 * @param sequence how often time, place or state changed
 */
public record FeedEvent(
    AppointmentId id,
    Slot slot,
    String summary,
    String room,
    boolean cancelled,
    int sequence,
    Instant changedAt) {}
