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
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
   * part in the same file or lives in the same household: who knows where a carer lives knows where
   * the child lives, and the other way round. With whoever is secret for one of the two reasons,
   * those are whom the other one binds to them.
   *
   * @param day null for whenever it was
   */
  public Set<UUID> among(List<UUID> people, LocalDate day) {
    Together together = new Together(people, day);
    Set<UUID> secret = together.secret();
    return people.stream()
        .filter(person -> secret.contains(together.roots.of(person)))
        .collect(Collectors.toSet());
  }

  /** Files and households of some people, and of those who are in them. */
  private final class Together {
    private final Set<UUID> keys;
    private final Set<Part> parts = new LinkedHashSet<>();
    private final Roots roots;

    Together(List<UUID> people, LocalDate day) {
      keys = new LinkedHashSet<>(people);
      for (int away = 0; away < 2; away++) {
        List<Part> own = Chunks.ask(withAliases(), some -> parts("PERSON", some, day));
        List<UUID> groups = own.stream().map(Part::group).distinct().toList();
        parts.addAll(own);
        parts.addAll(Chunks.ask(groups, some -> parts("GROUP", some, day)));
        parts.forEach(part -> keys.add(part.person()));
      }
      roots = new Roots(Chunks.ask(List.copyOf(keys), SecretPeople.this::aliases));
    }

    private List<UUID> withAliases() {
      keys.addAll(new Roots(Chunks.ask(List.copyOf(keys), SecretPeople.this::aliases)).keys());
      return List.copyOf(keys);
    }

    Set<UUID> secret() {
      Set<UUID> written = secretRoots(roots, keys);
      Map<UUID, Set<Boolean>> bound = new HashMap<>();
      for (Part part : of(part -> written.contains(roots.of(part.person())))) {
        bound.computeIfAbsent(roots.of(part.person()), key -> new HashSet<>()).add(part.file());
      }
      Set<UUID> secret = new HashSet<>(written);
      secret.addAll(bound.keySet());
      of(part -> bound.getOrDefault(roots.of(part.person()), Set.of()).contains(!part.file()))
          .forEach(part -> secret.add(roots.of(part.person())));
      return secret;
    }

    /** Everybody in files and households in which somebody takes part who is such a one. */
    private List<Part> of(Predicate<Part> one) {
      Set<UUID> groups = parts.stream().filter(one).map(Part::group).collect(Collectors.toSet());
      return parts.stream().filter(part -> groups.contains(part.group())).toList();
    }
  }

  private Set<UUID> secretRoots(Roots roots, Iterable<UUID> others) {
    Set<UUID> keys = new LinkedHashSet<>(roots.keys());
    others.forEach(keys::add);
    Set<UUID> secret = new HashSet<>();
    Chunks.ask(List.copyOf(keys), this::flagged).forEach(key -> secret.add(roots.of(key)));
    return secret;
  }

  /** Who takes part in which file, as a carer or a child placed there, and in which household. */
  private List<Part> parts(String by, List<UUID> keys, LocalDate day) {
    return Sql.query(
        em,
        part("FILE_CARER", "PERSON", "FILE", by, keys, day)
            .then(" UNION ")
            .then(part("PLACEMENT", "CHILD", "FILE", by, keys, day))
            .then(" UNION ")
            .then(part("KIN_MEMBER", "PERSON", "HOUSEHOLD", by, keys, day))
            .then(" AND P.STRUCK_ON IS NULL"),
        row -> new Part(Sql.key(row, 1), Sql.key(row, 2), row.getInt(3) == 1));
  }

  private static Clause part(
      String table, String person, String group, String by, List<UUID> keys, LocalDate day) {
    Clause parts =
        Clause.of(
                "SELECT P."
                    + person
                    + ", P."
                    + group
                    + (group.equals("FILE") ? ", 1" : ", 0")
                    + " FROM CASE_REGISTRY."
                    + table
                    + " P WHERE ")
            .then(Clause.in("P." + (by.equals("PERSON") ? person : group), keys));
    return day == null
        ? parts
        : parts.then(
            " AND (P.SINCE_DAY IS NULL OR P.SINCE_DAY <= ?)"
                + " AND (P.UNTIL_DAY IS NULL OR P.UNTIL_DAY >= ?)",
            day,
            day);
  }

  /** Every other key of the people whom these keys name. */
  private List<Alias> aliases(List<UUID> people) {
    return Sql.query(
        em,
        Clause.of("SELECT c.PERSON, c.CANONICAL FROM ACCESS.CANONICAL_PERSON c WHERE ")
            .then(Clause.in("c.CANONICAL", people))
            // Twice the same does no harm, and to take it out the database would sort.
            .then(" UNION ALL SELECT c.PERSON, c.CANONICAL FROM ACCESS.CANONICAL_PERSON c")
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

  /**
   * @param group a file or a household
   * @param file which of the two
   */
  private record Part(UUID person, UUID group, boolean file) {}

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
