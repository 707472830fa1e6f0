package org.opora.registry.kin.domain;

import java.util.List;
import org.opora.api.ids.PersonId;

/**
 * One or two people above, and those below them.
 *
 * @param above one, or two who are joined by a union
 * @param below in their order from left to right; all of one generation
 */
record Descent(List<PersonId> above, List<PersonId> below, TieKind kind) {
  boolean couple() {
    return above.size() == 2;
  }
}
