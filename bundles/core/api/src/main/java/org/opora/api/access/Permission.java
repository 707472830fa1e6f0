package org.opora.api.access;

import java.util.Map;

/**
 * A permission as its bundle declares it.
 *
 * @param id {@code <bundle>.<what>}, such as {@code registry.read}
 * @param dataClass the class of facts it opens
 * @param defaults role id to reach, given when the permission first appears; roles not named get
 *     nothing. Role ids of the house: {@code director}, {@code key-worker}, {@code
 *     it-administrator}
 */
public record Permission(String id, DataClass dataClass, Map<String, Reach> defaults) {
  public Permission {
    defaults = Map.copyOf(defaults);
  }
}
