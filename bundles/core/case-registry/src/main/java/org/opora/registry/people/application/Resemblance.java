package org.opora.registry.people.application;

import java.util.List;
import org.opora.api.ids.PersonId;
import org.opora.registry.people.domain.Likeness;

/**
 * One person of the register who may be the one that is written down.
 *
 * @param keys every key of the person, that of the most alike entry first
 * @param likeness of that entry
 */
record Resemblance(List<PersonId> keys, Likeness likeness) {
  Resemblance {
    keys = List.copyOf(keys);
  }

  /** The entry that is the most alike. */
  PersonId person() {
    return keys.get(0);
  }
}
