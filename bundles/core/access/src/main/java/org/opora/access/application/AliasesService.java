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
          all(em, "person", roots.keySet())
              .forEach(alias -> roots.put(alias.person(), alias.canonical()));
          Map<UUID, Set<PersonId>> known = new HashMap<>();
          roots
              .values()
              .forEach(root -> known.put(root, new HashSet<>(Set.of(new PersonId(root)))));
          all(em, "canonical", known.keySet())
              .forEach(alias -> known.get(alias.canonical()).add(new PersonId(alias.person())));
          Map<PersonId, Set<PersonId>> ids = new HashMap<>();
          people.forEach(
              person -> ids.put(person, Set.copyOf(known.get(roots.get(person.value())))));
          return ids;
        });
  }

  private static List<Alias> all(EntityManager em, String field, Set<UUID> keys) {
    return em.createQuery("SELECT a FROM Alias a WHERE a." + field + " IN :keys", Alias.class)
        .setParameter("keys", List.copyOf(keys))
        .getResultList();
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
