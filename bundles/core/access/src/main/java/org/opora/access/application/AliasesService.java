package org.opora.access.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.access.domain.Alias;
import org.opora.access.domain.Leading;
import org.opora.access.domain.OtherKey;
import org.opora.access.domain.SameSaid;
import org.opora.api.access.Aliases;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps what was said, and works out the alias rows from it. They stay flat: every alias names its
 * canonical person directly.
 */
@Component
public final class AliasesService implements Aliases {
  private final Transactions tx;
  private final Grants grants;

  @Activate
  public AliasesService(
      @Reference(target = "(opora.unit=access)") Transactions tx, @Reference Grants grants) {
    this.tx = tx;
    this.grants = grants;
  }

  @Override
  public void join(PersonId alias, PersonId canonical) {
    tx.run(
        em -> {
          Set<UUID> keys = values(idsOf(alias));
          if (!keys.contains(canonical.value())) {
            keys.addAll(values(idsOf(canonical)));
            Leading said = said(em, keys);
            SameSaid more = new SameSaid(Ids.next(), alias.value(), canonical.value(), said.next());
            em.persist(more);
            follow(em, keys, said.and(more));
            // A wall at one of the keys stands at all of them now.
            grants.tookFromSomebody();
          }
        });
  }

  @Override
  public void part(PersonId alias) {
    tx.run(
        em -> {
          Set<UUID> keys = values(idsOf(alias));
          Leading said = said(em, keys);
          said.last(alias.value()).ifPresent(back -> takeBack(em, keys, said, back));
        });
  }

  @Override
  public void part(PersonId one, PersonId other) {
    tx.run(
        em -> {
          Set<UUID> keys = values(idsOf(one));
          Leading said = said(em, keys);
          said.between(one.value(), other.value())
              .ifPresent(back -> takeBack(em, keys, said, back));
        });
  }

  @Override
  public Apart apart(PersonId one, PersonId other) {
    return tx.read(
        em -> {
          Leading said = said(em, values(idsOf(List.of(one, other)).values()));
          Leading then = said.between(one.value(), other.value()).map(said::without).orElse(said);
          return new Apart(ids(then.keys(one.value())), ids(then.keys(other.value())));
        });
  }

  private static void takeBack(EntityManager em, Set<UUID> keys, Leading said, SameSaid back) {
    em.remove(back);
    follow(em, keys, said.without(back));
  }

  /** What was said of these keys, of which nobody else is the same person. */
  private static Leading said(EntityManager em, Set<UUID> keys) {
    return new Leading(
        em.createQuery("SELECT s FROM SameSaid s WHERE s.saidOf IN :keys", SameSaid.class)
            .setParameter("keys", List.copyOf(keys))
            .getResultList());
  }

  private static void follow(EntityManager em, Set<UUID> keys, Leading said) {
    for (UUID key : new TreeSet<>(keys)) {
      UUID leader = said.leader(key);
      // Held, so that it is as the database has it.
      Alias entry = em.find(Alias.class, key, LockModeType.PESSIMISTIC_WRITE);
      if (leader.equals(key)) {
        if (entry != null) {
          em.remove(entry);
        }
      } else if (entry == null) {
        em.persist(new Alias(key, leader));
      } else {
        entry.follow(leader);
      }
    }
    keys(em, keys, said);
    em.flush();
  }

  /** Each key has every other one of the same person. */
  private static void keys(EntityManager em, Set<UUID> keys, Leading said) {
    Map<UUID, Set<UUID>> wanted = new HashMap<>();
    keys.forEach(key -> wanted.put(key, said.keys(key)));
    wanted.forEach((key, all) -> all.remove(key));
    for (OtherKey known :
        em.createQuery("SELECT k FROM OtherKey k WHERE k.person IN :keys", OtherKey.class)
            .setParameter("keys", List.copyOf(keys))
            .getResultList()) {
      if (!wanted.get(known.person()).remove(known.other())) {
        em.remove(known);
      }
    }
    wanted.forEach((key, all) -> all.forEach(other -> em.persist(new OtherKey(key, other))));
  }

  private static Set<UUID> values(Collection<Set<PersonId>> people) {
    return people.stream()
        .flatMap(Set::stream)
        .map(PersonId::value)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Set<UUID> values(Set<PersonId> keys) {
    return values(List.of(keys));
  }

  private static Set<PersonId> ids(Set<UUID> keys) {
    return keys.stream().map(PersonId::new).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Set<PersonId> idsOf(PersonId person) {
    return tx.read(
        em -> {
          UUID key = person.value();
          UUID root = rows(em, "canonical", "person", key).findFirst().orElse(key);
          Set<PersonId> ids = new HashSet<>();
          ids.add(person);
          ids.add(new PersonId(root));
          rows(em, "person", "canonical", root).map(PersonId::new).forEach(ids::add);
          return Set.copyOf(ids);
        });
  }

  /** What the database says now, not what this transaction has read before. */
  private static Stream<UUID> rows(EntityManager em, String field, String where, UUID key) {
    return em.createQuery(
            "SELECT a." + field + " FROM Alias a WHERE a." + where + " = :key", UUID.class)
        .setParameter("key", key)
        .getResultStream();
  }

  @Override
  public Map<PersonId, Set<PersonId>> idsOf(Collection<PersonId> people) {
    if (people.isEmpty()) {
      return Map.of();
    }
    return tx.read(
        em -> {
          Map<UUID, UUID> roots = new HashMap<>();
          people.forEach(person -> roots.put(person.value(), person.value()));
          rows(em, "person", roots.keySet()).forEach(one -> roots.put(one.person(), one.root()));
          Map<UUID, Set<PersonId>> known = new HashMap<>();
          roots
              .values()
              .forEach(root -> known.put(root, new HashSet<>(Set.of(new PersonId(root)))));
          rows(em, "canonical", known.keySet())
              .forEach(one -> known.get(one.root()).add(new PersonId(one.person())));
          Map<PersonId, Set<PersonId>> ids = new HashMap<>();
          for (PersonId person : people) {
            Set<PersonId> own = known.get(roots.get(person.value()));
            own.add(person);
            ids.put(person, Set.copyOf(own));
          }
          return ids;
        });
  }

  /** An alias as the database has it. */
  private record Row(UUID person, UUID root) {}

  private static List<Row> rows(EntityManager em, String where, Set<UUID> keys) {
    return em.createQuery(
            "SELECT a.person, a.canonical FROM Alias a WHERE a." + where + " IN :keys",
            Object[].class)
        .setParameter("keys", List.copyOf(keys))
        .getResultStream()
        .map(row -> new Row((UUID) row[0], (UUID) row[1]))
        .toList();
  }
}
