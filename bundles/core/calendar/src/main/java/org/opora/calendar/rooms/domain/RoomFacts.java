package org.opora.calendar.rooms.domain;

/**
 * What there is to know about a room.
 *
 * @param seats how many people it holds at once
 * @param shared whether several appointments may be in it at once, as far as the seats go
 * @param door by which people come to it; empty for the main door. Rooms with the same words share
 *     it
 */
public record RoomFacts(String name, int seats, boolean shared, String door, boolean inUse) {
  /** Seats of a room of which nobody said how large it is. */
  public static final int USUAL_SEATS = 8;

  /** Largest number of seats that is believed. */
  public static final int MOST_SEATS = 500;
}
