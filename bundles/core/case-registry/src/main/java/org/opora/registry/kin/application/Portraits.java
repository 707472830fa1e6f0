package org.opora.registry.kin.application;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Keys;
import org.opora.registry.kin.application.Sight.Seen;
import org.opora.registry.kin.domain.KinSex;
import org.opora.registry.kin.domain.Sex;
import org.opora.registry.kin.persistence.KinQueries;
import org.opora.registry.people.application.IdentifierReader;
import org.opora.registry.people.domain.Person;
import org.opora.registry.shared.persistence.Chunks;

/** What words and symbols need to know of people the viewer may see. */
final class Portraits {
  private final IdentifierReader identifiers;

  Portraits(Keys keys) {
    this.identifiers = new IdentifierReader(keys);
  }

  /** By {@link Seen#self()}; somebody the viewer may not see is missing. */
  Map<PersonId, Sex> sexes(EntityManager em, Collection<Seen> people) {
    Map<UUID, Seen> owners = new HashMap<>();
    people.stream()
        .filter(Seen::visible)
        .forEach(seen -> seen.keys().forEach(key -> owners.put(key.value(), seen)));
    List<UUID> all = new ArrayList<>(owners.keySet());
    Map<PersonId, Sex> written = new HashMap<>();
    for (KinSex row : new KinQueries(em).sexes(all)) {
      written.put(owners.get(row.person().value()).self(), row.sex());
    }
    List<UUID> open =
        owners.entrySet().stream()
            .filter(entry -> !written.containsKey(entry.getValue().self()))
            .map(Map.Entry::getKey)
            .toList();
    for (Person row : people(em, open)) {
      Sex sex = Sex.of(identifiers.sound(row));
      written.merge(
          owners.get(row.id().value()).self(), sex, (one, two) -> one == Sex.UNKNOWN ? two : one);
    }
    return written;
  }

  /** What the identifiers of one person say. */
  Sex derived(EntityManager em, Set<PersonId> keys) {
    return people(em, Chunks.values(keys)).stream()
        .map(row -> Sex.of(identifiers.sound(row)))
        .filter(sex -> sex != Sex.UNKNOWN)
        .findFirst()
        .orElse(Sex.UNKNOWN);
  }

  private static List<Person> people(EntityManager em, List<UUID> keys) {
    return Chunks.ask(
        keys,
        part ->
            em.createQuery("SELECT p FROM Person p WHERE p.id IN :keys", Person.class)
                .setParameter("keys", part)
                .getResultList());
  }
}
