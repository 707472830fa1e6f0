package org.opora.registry.kin.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.opora.api.ids.PersonId;

/** People who stand beside each other whatever happens: a couple, a chain of couples, or one. */
record Block(List<PersonId> people) {
  Block {
    people = List.copyOf(people);
  }

  Block reversed() {
    List<PersonId> turned = new ArrayList<>(people);
    Collections.reverse(turned);
    return new Block(turned);
  }
}
