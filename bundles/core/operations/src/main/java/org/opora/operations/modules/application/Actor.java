package org.opora.operations.modules.application;

import org.opora.api.ids.StaffId;

/**
 * Who changes a module, and through which door.
 *
 * @param staff null when it is not a signed-in person
 */
public record Actor(StaffId staff, Door door) {
  /** The three ways in, and the house itself. */
  public enum Door {
    PAGE,
    CONSOLE,
    INBOX,
    START
  }

  public static Actor person(StaffId staff) {
    return new Actor(staff, Door.PAGE);
  }

  public static Actor of(Door door) {
    return new Actor(null, door);
  }
}
