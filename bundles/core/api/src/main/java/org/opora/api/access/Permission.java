package org.opora.api.access;

import java.util.Map;

/**
 * A permission as its bundle declares it. To whom a permission of the house is given stands in the
 * reviewed table of access and nowhere else.
 *
 * @param id {@code <bundle>.<what>}, such as {@code registry.read}
 * @param dataClass the class of facts it opens
 * @param defaults for a module that is not of the house and has no row in the table: role id to
 *     reach, given when the permission first appears; roles not named get nothing
 */
public record Permission(String id, DataClass dataClass, Map<String, Reach> defaults) {
  public Permission {
    defaults = Map.copyOf(defaults);
  }

  /** A permission of the house: the table says who gets it. */
  public Permission(String id, DataClass dataClass) {
    this(id, dataClass, Map.of());
  }
}
