package org.opora.access.application;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.access.domain.Alias;
import org.opora.api.access.Aliases;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the alias rows flat: every alias names its canonical person directly. */
@Component
public final class AliasesService implements Aliases {
  private final Transactions tx;

  @Activate
  public AliasesService(@Reference(target = "(opora.unit=access)") Transactions tx) {
    this.tx = tx;
  }

  @Override
  public void join(PersonId alias, PersonId canonical) {
    tx.run(
        em -> {
          UUID root = root(em, canonical.value());
          if (root(em, alias.value()).equals(root)) {
            return;
          }
          Alias entry = em.find(Alias.class, alias.value());
          if (entry != null) {
            entry.follow(root);
          } else {
            followers(em, alias.value()).forEach(follower -> follower.follow(root));
            em.persist(new Alias(alias.value(), root));
          }
        });
  }

  @Override
  public void part(PersonId alias) {
    tx.run(
        em -> {
          Alias entry = em.find(Alias.class, alias.value());
          if (entry != null) {
            em.remove(entry);
          }
        });
  }

  @Override
  public Set<PersonId> idsOf(PersonId person) {
    return tx.read(
        em -> {
          UUID key = person.value();
          UUID root = said(em, "canonical", "person", key).findFirst().orElse(key);
          Set<PersonId> ids = new HashSet<>();
          ids.add(person);
          ids.add(new PersonId(root));
          said(em, "person", "canonical", root).map(PersonId::new).forEach(ids::add);
          return Set.copyOf(ids);
        });
  }

  /** What the database says now, not what this transaction has read before. */
  private static Stream<UUID> said(EntityManager em, String field, String where, UUID key) {
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
          said(em, "person", roots.keySet()).forEach(one -> roots.put(one.person(), one.root()));
          Map<UUID, Set<PersonId>> known = new HashMap<>();
          roots
              .values()
              .forEach(root -> known.put(root, new HashSet<>(Set.of(new PersonId(root)))));
          said(em, "canonical", known.keySet())
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
  private record Said(UUID person, UUID root) {}

  private static List<Said> said(EntityManager em, String where, Set<UUID> keys) {
    return em.createQuery(
            "SELECT a.person, a.canonical FROM Alias a WHERE a." + where + " IN :keys",
            Object[].class)
        .setParameter("keys", List.copyOf(keys))
        .getResultStream()
        .map(row -> new Said((UUID) row[0], (UUID) row[1]))
        .toList();
  }

  private static UUID root(EntityManager em, UUID person) {
    Alias entry = em.find(Alias.class, person);
    return entry == null ? person : entry.canonical();
  }

  private static List<Alias> followers(EntityManager em, UUID canonical) {
    return em.createQuery("SELECT a FROM Alias a WHERE a.canonical = :canonical", Alias.class)
        .setParameter("canonical", canonical)
        .getResultList();
  }
}
