package org.opora.registry.kin.application;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Keys;
import org.opora.registry.kin.application.Sight.Seen;
import org.opora.registry.kin.domain.KinSex;
import org.opora.registry.kin.persistence.KinQueries;
import org.opora.registry.people.application.IdentifierReader;
import org.opora.registry.people.domain.Person;
import org.opora.registry.people.domain.Sex;
import org.opora.registry.shared.persistence.Chunks;

/** What words and symbols need to know of people the viewer may see. */
final class Portraits {
  private static final Comparator<KinSex> COUNTS =
      Comparator.comparing((KinSex row) -> row.person().value()).thenComparing(KinSex::id);

  private final IdentifierReader identifiers;

  Portraits(Keys keys) {
    this.identifiers = new IdentifierReader(keys);
  }

  /** By {@link Seen#self()}; somebody the viewer may not see is missing. */
  Map<PersonId, Sex> sexes(EntityManager em, Collection<Seen> people) {
    Map<UUID, PersonId> owners = new HashMap<>();
    people.stream()
        .filter(Seen::visible)
        .forEach(seen -> seen.keys().forEach(key -> owners.put(key.value(), seen.self())));
    return of(em, owners);
  }

  /**
   * By those whose keys these are. What somebody wrote down goes before what identifiers say; of
   * several rows of one person {@link #counts} does.
   */
  Map<PersonId, Sex> of(EntityManager em, Map<UUID, PersonId> owners) {
    Map<PersonId, Sex> sexes = new HashMap<>();
    new KinQueries(em)
        .sexes(List.copyOf(owners.keySet())).stream()
            .sorted(COUNTS)
            .forEach(row -> sexes.putIfAbsent(owners.get(row.person().value()), row.sex()));
    List<UUID> open =
        owners.entrySet().stream()
            .filter(entry -> !sexes.containsKey(entry.getValue()))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    Map<UUID, Sex> said = said(em, open);
    for (UUID key : open) {
      sexes.merge(
          owners.get(key),
          said.getOrDefault(key, Sex.UNKNOWN),
          (one, two) -> one == Sex.UNKNOWN ? two : one);
    }
    return sexes;
  }

  /** The row that counts of those of one person; null for none. */
  static KinSex counts(Collection<KinSex> rows) {
    return rows.stream().min(COUNTS).orElse(null);
  }

  /** What the identifiers of one person say. */
  Sex derived(EntityManager em, Set<PersonId> keys) {
    return said(em, Chunks.values(keys)).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .filter(sex -> sex != Sex.UNKNOWN)
        .findFirst()
        .orElse(Sex.UNKNOWN);
  }

  /** An identifier is opened only where nothing was written down with it. */
  private Map<UUID, Sex> said(EntityManager em, List<UUID> keys) {
    Map<UUID, Sex> said = new HashMap<>();
    Chunks.ask(
            keys,
            part ->
                em.createQuery(
                        "SELECT p.id, p.identifierSex FROM Person p WHERE p.id IN :keys AND"
                            + " p.identifierSex IS NOT NULL",
                        Object[].class)
                    .setParameter("keys", part)
                    .getResultList())
        .forEach(row -> said.put((UUID) row[0], (Sex) row[1]));
    Chunks.ask(
            keys,
            part ->
                em.createQuery(
                        "SELECT p FROM Person p WHERE p.id IN :keys AND p.identifierSex IS NULL AND"
                            + " p.nationalId IS NOT NULL",
                        Person.class)
                    .setParameter("keys", part)
                    .getResultList())
        .forEach(row -> said.put(row.id().value(), Sex.of(identifiers.sound(row))));
    return said;
  }
}
