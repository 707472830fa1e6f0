package org.opora.duties.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opora.api.ids.PersonId;

/**
 * Which keys name the same person, for people who were found to be one.
 *
 * @param all keys of each; who is not in it has one
 */
record SamePeople(Map<PersonId, Set<PersonId>> all) {
  Set<PersonId> keys(PersonId person) {
    return all.getOrDefault(person, Set.of(person));
  }

  Set<PersonId> keys(Collection<PersonId> people) {
    return people.stream().flatMap(one -> keys(one).stream()).collect(Collectors.toSet());
  }

  /** Of several who are the same the first; in their order. */
  <T> List<T> once(List<T> people, Function<T, PersonId> key) {
    Map<PersonId, T> first = new LinkedHashMap<>();
    people.forEach(one -> first.putIfAbsent(lead(key.apply(one)), one));
    return new ArrayList<>(first.values());
  }

  /** The same key for all who are one. */
  private PersonId lead(PersonId person) {
    return keys(person).stream().min(Comparator.comparing(PersonId::value)).orElse(person);
  }
}
