package org.opora.registry.kin.domain;

import java.util.Comparator;
import org.opora.api.ids.PersonId;

/**
 * How two people in a genogram are related.
 *
 * @param past whether it is over
 */
public record Bond(PersonId first, PersonId other, TieKind kind, boolean past) {
  static final Comparator<Bond> ORDER =
      Comparator.comparing(Bond::kind)
          .thenComparing(Bond::past)
          .thenComparing(bond -> bond.first.value())
          .thenComparing(bond -> bond.other.value());

  boolean between(PersonId one, PersonId two) {
    return first.equals(one) && other.equals(two) || first.equals(two) && other.equals(one);
  }
}
