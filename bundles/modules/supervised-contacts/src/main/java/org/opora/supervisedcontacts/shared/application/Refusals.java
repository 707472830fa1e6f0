package org.opora.supervisedcontacts.shared.application;

import org.opora.api.faults.Refused;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;

/** What the module refuses, in its own words. */
public final class Refusals {
  private Refusals() {}

  public static Refused refused(String field, String key, Object... arguments) {
    return new Refused(field, Text.of(SupervisedContactsModule.ORIGIN, key, arguments));
  }
}
