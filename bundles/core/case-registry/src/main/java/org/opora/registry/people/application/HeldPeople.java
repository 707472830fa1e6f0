package org.opora.registry.people.application;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.opora.api.access.Aliases;
import org.opora.api.ids.PersonId;
import org.opora.registry.people.domain.Person;
import org.opora.registry.shared.application.Held;

/**
 * Holds the rows of people under every key, in the order of the keys, so that nobody waits for
 * somebody who waits.
 */
public final class HeldPeople {
  private HeldPeople() {}

  /**
   * Until the end of the transaction.
   *
   * @return each person once, with all keys
   * @throws org.opora.api.faults.NotFound when one of them is not here
   */
  public static Set<Set<PersonId>> hold(
      EntityManager em, Aliases aliases, Collection<PersonId> people) {
    Set<UUID> held = new TreeSet<>();
    while (true) {
      Set<Set<PersonId>> known = new LinkedHashSet<>();
      Set<UUID> keys = new TreeSet<>();
      for (PersonId person : people) {
        Set<PersonId> own = Set.copyOf(aliases.idsOf(person));
        known.add(own);
        own.forEach(key -> keys.add(key.value()));
      }
      // Somebody may have said meanwhile that two of them are one.
      keys.removeAll(held);
      if (keys.isEmpty()) {
        return known;
      }
      keys.forEach(key -> Held.hold(em, Person.class, key));
      held.addAll(keys);
    }
  }
}
