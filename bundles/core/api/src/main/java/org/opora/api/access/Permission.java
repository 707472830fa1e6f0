package org.opora.api.access;

import java.util.Map;
import java.util.Set;

/**
 * A permission as its bundle declares it. The last word of its name says whether it only reads;
 * whatever is called otherwise changes something.
 *
 * @param id {@code <bundle>.<what>}, such as {@code registry.read}
 * @param dataClass the class of facts it opens
 * @param defaults role id to reach, given when the permission first appears; roles not named get
 *     nothing. Role ids of the house: {@code director}, {@code key-worker}, {@code
 *     it-administrator}
 */
public record Permission(String id, DataClass dataClass, Map<String, Reach> defaults) {
  private static final Set<String> READING =
      Set.of("read", "whereabouts", "audit", "audit-verify", "health");

  public Permission {
    defaults = Map.copyOf(defaults);
  }

  /**
   * Whether whoever holds the permission only reads with it. A name that is not known to read is
   * taken for one that changes, so that nothing is opened by a name nobody thought of.
   */
  public static boolean reads(String id) {
    return READING.contains(id.substring(id.lastIndexOf('.') + 1));
  }
}
