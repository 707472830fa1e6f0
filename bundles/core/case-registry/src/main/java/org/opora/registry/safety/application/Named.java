package org.opora.registry.safety.application;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.opora.api.access.Aliases;
import org.opora.api.access.Scope;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.registry.people.persistence.PeopleQueries;
import org.opora.registry.people.persistence.PersonRow;
import org.opora.registry.safety.domain.SafetyNotice;
import org.opora.registry.shared.persistence.Chunks;

/**
 * People of the register whom notices are about, as far as the viewer may see them: under the key
 * that is written down, or under another one of the same person.
 */
record Named(Map<PersonId, Seen> seen) {
  /** Key under which the viewer opens them, and their name. */
  record Seen(PersonId person, PersonName name) {}

  /**
   * @param scope of those whom the viewer may see
   */
  static Named in(
      EntityManager em, Aliases aliases, Scope scope, Collection<SafetyNotice> notices) {
    Set<PersonId> named =
        notices.stream()
            .map(SafetyNotice::whomPerson)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    if (named.isEmpty() || scope.empty()) {
      return new Named(Map.of());
    }
    Map<PersonId, Set<PersonId>> known = aliases.idsOf(named);
    List<PersonId> keys = known.values().stream().flatMap(Set::stream).distinct().toList();
    Map<PersonId, PersonName> names =
        new PeopleQueries(em)
            .rows(scope, Chunks.values(keys)).stream()
                .collect(
                    Collectors.toMap(
                        row -> new PersonId(row.id()), PersonRow::name, (one, same) -> one));
    Map<PersonId, Seen> seen = new HashMap<>();
    known.forEach(
        (person, ids) ->
            ids.stream()
                .filter(names::containsKey)
                .min(
                    Comparator.comparing((PersonId key) -> !key.equals(person))
                        .thenComparing(PersonId::value))
                .ifPresent(key -> seen.put(person, new Seen(key, names.get(key)))));
    return new Named(seen);
  }

  /** Null when the notice is about nobody of the register, or the viewer may not see them. */
  Seen of(SafetyNotice row) {
    return row.whomPerson() == null ? null : seen.get(row.whomPerson());
  }

  /** Whether the notice is about somebody of the register whom the viewer may not see. */
  boolean hides(SafetyNotice row) {
    return row.whomPerson() != null && of(row) == null;
  }
}
