package org.opora.registry.people.persistence;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
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
 * People whose whereabouts are not to be told, under whichever of their keys that is written: few
 * queries, whatever the number of people.
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
    Roots roots = new Roots(aliases);
    Set<UUID> secretRoots = secretRoots(roots, List.of());
    Set<UUID> secret = new HashSet<>();
    for (UUID person : people) {
      if (secretRoots.contains(roots.of(person))) {
        secret.add(person);
      }
    }
    return secret;
  }

  /**
   * Those of these people of whom it is written themselves, or of somebody who on that day takes
   * part in the same file: who knows where a carer lives knows where the child lives, and the other
   * way round.
   *
   * @param day null for whenever it was
   */
  public Set<UUID> among(List<UUID> people, LocalDate day) {
    Roots own = new Roots(Chunks.ask(people, this::aliases));
    Set<UUID> keys = new LinkedHashSet<>(people);
    keys.addAll(own.keys());
    List<Part> parts = Chunks.ask(List.copyOf(keys), some -> parts("P.PERSON", some, day));
    Set<UUID> files = new LinkedHashSet<>();
    parts.forEach(part -> files.add(part.file()));
    List<Part> around = Chunks.ask(List.copyOf(files), some -> parts("P.FILE", some, day));
    Set<UUID> everybody = new LinkedHashSet<>(keys);
    around.forEach(part -> everybody.add(part.person()));
    Roots roots = new Roots(Chunks.ask(List.copyOf(everybody), this::aliases));
    Set<UUID> secretRoots = secretRoots(roots, everybody);
    Set<UUID> secretFiles = new HashSet<>();
    around.stream()
        .filter(part -> secretRoots.contains(roots.of(part.person())))
        .forEach(part -> secretFiles.add(part.file()));
    parts.stream()
        .filter(part -> secretFiles.contains(part.file()))
        .forEach(part -> secretRoots.add(roots.of(part.person())));
    Set<UUID> secret = new HashSet<>();
    for (UUID person : people) {
      if (secretRoots.contains(roots.of(person))) {
        secret.add(person);
      }
    }
    return secret;
  }

  private Set<UUID> secretRoots(Roots roots, Iterable<UUID> others) {
    Set<UUID> keys = new LinkedHashSet<>(roots.keys());
    others.forEach(keys::add);
    Set<UUID> secret = new HashSet<>();
    Chunks.ask(List.copyOf(keys), this::flagged).forEach(key -> secret.add(roots.of(key)));
    return secret;
  }

  /** Who takes part in which file, as a carer or as a child who is placed there. */
  private List<Part> parts(String by, List<UUID> keys, LocalDate day) {
    return Sql.query(
        em,
        part("FILE_CARER", "PERSON", by, keys, day)
            .then(" UNION ")
            .then(part("PLACEMENT", "CHILD", by, keys, day)),
        row -> new Part(Sql.key(row, 1), Sql.key(row, 2)));
  }

  private static Clause part(
      String table, String person, String by, List<UUID> keys, LocalDate day) {
    Clause parts =
        Clause.of("SELECT P." + person + ", P.FILE FROM CASE_REGISTRY." + table + " P WHERE ")
            .then(Clause.in(by.equals("P.PERSON") ? "P." + person : by, keys));
    return day == null
        ? parts
        : parts.then(
            " AND P.SINCE_DAY <= ? AND (P.UNTIL_DAY IS NULL OR P.UNTIL_DAY >= ?)", day, day);
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

  private record Part(UUID person, UUID file) {}

  /** One key for each person. */
  private static final class Roots {
    private final Map<UUID, UUID> roots = new HashMap<>();

    Roots(List<Alias> aliases) {
      aliases.forEach(alias -> roots.put(alias.person(), alias.canonical()));
    }

    UUID of(UUID key) {
      return roots.getOrDefault(key, key);
    }

    Set<UUID> keys() {
      Set<UUID> keys = new LinkedHashSet<>(roots.keySet());
      keys.addAll(roots.values());
      return keys;
    }
  }
}
