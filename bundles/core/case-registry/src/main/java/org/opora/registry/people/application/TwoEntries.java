package org.opora.registry.people.application;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.opora.api.ids.PersonId;

/** Two entries of the register that may be one person: their page, and the key of their task. */
public final class TwoEntries {
  private TwoEntries() {}

  /**
   * @param before the entry that was there first
   */
  public static String path(PersonId before, PersonId fresh) {
    return "/people/" + before + "/beside/" + fresh;
  }

  /** The same for the same two, so that they are a task once. */
  static UUID key(PersonId before, PersonId fresh) {
    return UUID.nameUUIDFromBytes(
        ByteBuffer.allocate(32)
            .putLong(before.value().getMostSignificantBits())
            .putLong(before.value().getLeastSignificantBits())
            .putLong(fresh.value().getMostSignificantBits())
            .putLong(fresh.value().getLeastSignificantBits())
            .array());
  }
}
