package org.opora.access.application;

import org.opora.access.AccessHouse;

/** What the thread of the sessions does once a minute. */
public final class Idle {
  private Idle() {}

  public static void lockAll(AccessHouse house) {
    ((SessionsService) house.sessions()).note();
  }
}
