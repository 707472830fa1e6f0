package org.opora.calendar.meetings.web;

/**
 * One line of a list to choose from.
 *
 * @param value what is posted
 * @param label what is read
 */
public record Choice(String value, String label) {}
