package org.opora.registry.people.persistence;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Sql;

/**
 * People whose whereabouts are not to be told, under whichever of their keys that is written: two
 * queries, whatever the number of people, and one while nobody has two keys.
 */
public final class SecretPeople {
  private final EntityManager em;

  public SecretPeople(EntityManager em) {
    this.em = em;
  }

  /** Those of these people of whom it is written under another key than the given one. */
  public Set<UUID> underAnotherKey(List<UUID> people) {
    List<Alias> aliases = Chunks.ask(people, this::aliases);
    if (aliases.isEmpty()) {
      return Set.of();
    }
    Map<UUID, UUID> roots = new HashMap<>();
    aliases.forEach(alias -> roots.put(alias.person(), alias.canonical()));
    Set<UUID> keys = new LinkedHashSet<>(roots.keySet());
    keys.addAll(roots.values());
    Set<UUID> secretRoots = new HashSet<>();
    Chunks.ask(List.copyOf(keys), this::flagged)
        .forEach(key -> secretRoots.add(roots.getOrDefault(key, key)));
    Set<UUID> secret = new HashSet<>();
    for (UUID person : people) {
      if (secretRoots.contains(roots.getOrDefault(person, person))) {
        secret.add(person);
      }
    }
    return secret;
  }

  /** Every other key of the people whom these keys name. */
  private List<Alias> aliases(List<UUID> people) {
    return Sql.query(
        em,
        Clause.of("SELECT c.PERSON, c.CANONICAL FROM ACCESS.CANONICAL_PERSON c WHERE ")
            .then(Clause.in("c.CANONICAL", people))
            .then(" UNION SELECT c.PERSON, c.CANONICAL FROM ACCESS.CANONICAL_PERSON c")
            .then(" JOIN ACCESS.CANONICAL_PERSON o ON o.CANONICAL = c.CANONICAL WHERE ")
            .then(Clause.in("o.PERSON", people)),
        row -> new Alias(Sql.key(row, 1), Sql.key(row, 2)));
  }

  private List<UUID> flagged(List<UUID> keys) {
    return Sql.query(
        em,
        Clause.of("SELECT p.ID FROM CASE_REGISTRY.PERSON p WHERE p.UNDISCLOSED = TRUE AND ")
            .then(Clause.in("p.ID", keys)),
        row -> Sql.key(row, 1));
  }

  private record Alias(UUID person, UUID canonical) {}
}
