package org.opora.registry.legal.domain;

import java.util.Set;
import org.opora.api.ids.PersonId;

/**
 * Whom a row means.
 *
 * @param person one and the same key for everybody who is one person; null when only the name is
 *     known
 * @param words of the name, folded, without titles; empty when there is none
 */
public record Identity(PersonId person, Set<String> words) {
  /** A row that names nobody. */
  public static final Identity NOBODY = new Identity(null, Set.of());

  public Identity {
    words = Set.copyOf(words);
  }

  /** Two people of the register are told apart by their keys; otherwise the names decide. */
  public boolean same(Identity other) {
    if (person != null && other.person != null) {
      return person.equals(other.person);
    }
    return !words.isEmpty() && words.equals(other.words);
  }
}
