package org.opora.calendar.meetings.domain;

/**
 * Words as they are kept: sealed when they are about a family, plain when they are about nobody.
 *
 * @param plain null when sealed, or when there are none
 * @param sealed null when plain, or when there are none
 */
public record Kept(String plain, byte[] sealed) {
  public static final Kept NOTHING = new Kept(null, null);
}
