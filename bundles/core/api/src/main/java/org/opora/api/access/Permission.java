package org.opora.api.access;

import java.util.Map;
import java.util.Set;

/**
 * A permission as its bundle declares it. To whom a permission of the house is given stands in the
 * reviewed table of access and nowhere else. The last word of its name says whether it only reads;
 * whatever is called otherwise changes something.
 *
 * @param id {@code <bundle>.<what>}, such as {@code registry.read}
 * @param dataClass the class of facts it opens
 * @param defaults for a module that is not of the house and has no row in the table: role id to
 *     reach, given when the permission first appears; roles not named get nothing
 */
public record Permission(String id, DataClass dataClass, Map<String, Reach> defaults) {
  /**
   * Last words of permissions that say in every module the same: the house has the words for them.
   */
  public static final Set<String> EVERYWHERE =
      Set.of("read", "write", "record", "manage", "approve");

  private static final Set<String> READING =
      Set.of("read", "whereabouts", "audit", "audit-technical", "audit-verify", "health");

  public Permission {
    defaults = Map.copyOf(defaults);
  }

  /** A permission of the house: the table says who gets it. */
  public Permission(String id, DataClass dataClass) {
    this(id, dataClass, Map.of());
  }

  /**
   * Whether whoever holds the permission only reads with it. A name that is not known to read is
   * taken for one that changes, so that nothing is opened by a name nobody thought of.
   */
  public static boolean reads(String id) {
    return READING.contains(id.substring(id.lastIndexOf('.') + 1));
  }
}
