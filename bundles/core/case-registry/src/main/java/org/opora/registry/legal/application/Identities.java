package org.opora.registry.legal.application;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.opora.api.access.Aliases;
import org.opora.api.ids.PersonId;
import org.opora.registry.legal.domain.Identity;
import org.opora.registry.people.domain.Fold;

/** Finds out which rows mean the same person. */
final class Identities {
  /** Titles, and initials, which tell nobody apart. */
  private static final Pattern SHORTENED = Pattern.compile("\\p{L}+\\.");

  private final Map<PersonId, PersonId> first = new HashMap<>();

  /**
   * @param people everybody whom the rows name, asked for in one query
   */
  Identities(Aliases aliases, Collection<PersonId> people) {
    aliases
        .idsOf(people.stream().distinct().toList())
        .forEach(
            (person, keys) ->
                first.put(
                    person,
                    keys.stream().min(Comparator.comparing(PersonId::value)).orElse(person)));
  }

  /** The one key that stands for all keys of the person. */
  PersonId key(PersonId person) {
    return first.getOrDefault(person, person);
  }

  Set<PersonId> keys(Collection<PersonId> people) {
    return people.stream().map(this::key).collect(Collectors.toSet());
  }

  /**
   * @param person null when only the name is known
   * @param name as written down, or null
   */
  Identity of(PersonId person, String name) {
    String plain = name == null ? "" : SHORTENED.matcher(name).replaceAll(" ");
    return new Identity(person == null ? null : key(person), Set.copyOf(Fold.words(plain)));
  }
}
