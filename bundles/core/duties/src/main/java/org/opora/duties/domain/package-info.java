/**
 * The six shapes that the duties of the law have, and a seventh that a centre has besides, as plain
 * arithmetic over facts: no database, no clock, no texts. Each has a room of its own with its facts
 * and its answer.
 *
 * <ul>
 *   <li>{@code interval}: at least once per period, counted from the last time (a visit every two
 *       months);
 *   <li>{@code cycle}: a report every so often and at the end, delivered to each addressee (a
 *       report every half a year, delivered in 15 days);
 *   <li>{@code quota}: so much per period, a surplus counts into the next one (24 hours in twelve
 *       months);
 *   <li>{@code entitlement}: so much per calendar year that may be used (14 days of respite);
 *   <li>{@code deadline}: something follows an event by a day (an agreement in 30 days);
 *   <li>{@code expiry}: a paper is valid until a day and has to be renewed by then;
 *   <li>{@code recurrence}: every so often, or after so many of something else, as long as
 *       something lasts (an evaluation after five contacts or half a year).
 * </ul>
 *
 * <p>What they share is here: dated {@link org.opora.duties.domain.Figures}, {@link
 * org.opora.duties.domain.Days} on end, the {@link org.opora.duties.domain.Silence} of which nobody
 * knows anything, and the {@link org.opora.duties.domain.Standing} that every answer comes to. No
 * shape knows another.
 */
package org.opora.duties.domain;
