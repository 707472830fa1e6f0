package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.registry.kin.domain.KinTie;
import org.opora.registry.shared.persistence.Chunks;

/**
 * Parents, grandparents and others whom a file knows only as relatives. Nobody else lets those who
 * work with the file know of them. Who is or was a child or a carer of any file, under any of their
 * keys, is not among them: of them only that file tells.
 *
 * <p>The relatives of a child go with the child: each family knows them while the child lives
 * there, whichever file they were written down in. Relatives of carers, and of people who are
 * nobody's child, stay with the file in whose work they were written down.
 */
public final class FileRelatives {
  private final EntityManager em;

  public FileRelatives(EntityManager em) {
    this.em = em;
  }

  /**
   * @param cause why: the same one gives the same key the next time
   * @param first null when nobody knows since when
   * @param last null while it lasts
   */
  record Known(CaseFileId file, UUID cause, PersonId person, LocalDate first, LocalDate last) {}

  /** Those whom the file knows because of relationships that count. */
  List<Known> of(CaseFileId file) {
    return kin(file).known().stream().filter(one -> one.file().equals(file)).toList();
  }

  /**
   * Those whom the file knows on the day or later, and no other file then. Another file that is to
   * know them, as a child comes to it at a day that is still to come, does not know them yet.
   *
   * @return with the last day before another file knows them; null when none is to
   */
  Map<PersonId, LocalDate> ofNoOther(CaseFileId file, LocalDate day, LocalDate today) {
    Kin kin = kin(file);
    List<Known> then =
        kin.known().stream()
            .filter(one -> one.last() == null || !one.last().isBefore(day))
            .toList();
    Map<UUID, LocalDate> later = new HashMap<>();
    then.stream()
        .filter(one -> toCome(one, file, today))
        .forEach(
            one ->
                later.merge(
                    kin.root(one.person()), one.first().minusDays(1), FileRelations::earlier));
    Map<UUID, Set<CaseFileId>> files = new HashMap<>();
    then.stream()
        .filter(one -> !toCome(one, file, today))
        .forEach(
            one ->
                files
                    .computeIfAbsent(kin.root(one.person()), key -> new HashSet<>())
                    .add(one.file()));
    Map<PersonId, LocalDate> known = new LinkedHashMap<>();
    then.stream()
        .filter(one -> one.file().equals(file))
        .filter(one -> files.get(kin.root(one.person())).equals(Set.of(file)))
        .forEach(one -> known.put(one.person(), later.get(kin.root(one.person()))));
    return known;
  }

  private static boolean toCome(Known one, CaseFileId file, LocalDate today) {
    return !one.file().equals(file) && one.first() != null && one.first().isAfter(today);
  }

  /** Other files that know this person, under any key, as a relative on the day or later. */
  public Set<CaseFileId> knowing(PersonId person, CaseFileId but, LocalDate day) {
    Kin kin = new Kin(Set.of(person.value()));
    UUID root = kin.root(person);
    return kin.known().stream()
        .filter(one -> kin.root(one.person()).equals(root))
        .filter(one -> one.last() == null || !one.last().isBefore(day))
        .map(Known::file)
        .filter(file -> !file.equals(but))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private Kin kin(CaseFileId file) {
    Set<UUID> people = new HashSet<>(ask("t.child FROM Placement t WHERE t.file", file));
    for (String side : List.of("first", "other")) {
      people.addAll(ask("t." + side + " FROM KinTie t WHERE t.file", file));
    }
    return new Kin(people);
  }

  /** Files that know somebody because of these people, under any key, or may have known. */
  Set<CaseFileId> around(Collection<UUID> people) {
    return new Kin(people).files();
  }

  /** Whether one of these people, under any key, is in the file or a relative whom it knows. */
  public boolean has(CaseFileId file, Collection<PersonId> people) {
    Set<UUID> inside =
        of(file).stream().map(known -> known.person().value()).collect(Collectors.toSet());
    inside.addAll(ask("t.child FROM Placement t WHERE t.file", file));
    inside.addAll(ask("t.person FROM FileCarer t WHERE t.file", file));
    Set<UUID> asked = Set.copyOf(roots(Chunks.values(people)).values());
    return roots(inside).values().stream().anyMatch(asked::contains);
  }

  private List<UUID> ask(String what, CaseFileId file) {
    return em.createQuery("SELECT DISTINCT " + what + " = :file", UUID.class)
        .setParameter("file", file.value())
        .getResultList();
  }

  /** A child's time in the family of a file. */
  private record Stay(UUID id, CaseFileId file, LocalDate since, LocalDate until) {}

  /**
   * The relationships written down in the work with files around some people: from them through
   * everybody who is in no file, up to those who are in one. A query for each step away, whatever
   * the number of people. Somebody is known by one key here, the last one.
   */
  private final class Kin {
    private final Map<UUID, UUID> roots = new HashMap<>();
    private final Map<UUID, KinTie> ties = new LinkedHashMap<>();
    private final Map<UUID, List<Stay>> stays = new HashMap<>();
    private final Map<UUID, Set<CaseFileId>> carers = new HashMap<>();

    Kin(Collection<UUID> people) {
      Set<UUID> met = new HashSet<>();
      Set<UUID> next = new HashSet<>(meet(people));
      met.addAll(next);
      while (!next.isEmpty()) {
        Set<UUID> sides = step(next);
        next = new HashSet<>(meet(sides));
        next.removeAll(met);
        met.addAll(next);
        next.removeIf(this::inFile);
      }
    }

    /** All keys of these people get their last one, and it is asked in which files they are. */
    private Set<UUID> meet(Collection<UUID> people) {
      Set<UUID> strangers = new HashSet<>(people);
      strangers.removeAll(roots.keySet());
      Map<UUID, UUID> last = roots(strangers);
      Map<UUID, UUID> keys = keys(last);
      roots.putAll(keys);
      for (Object[] row :
          rows(
              "t.child, t.id, t.file, t.since, t.until FROM Placement t WHERE t.child",
              keys.keySet())) {
        stays
            .computeIfAbsent(keys.get((UUID) row[0]), key -> new ArrayList<>())
            .add(
                new Stay(
                    (UUID) row[1],
                    new CaseFileId((UUID) row[2]),
                    (LocalDate) row[3],
                    (LocalDate) row[4]));
      }
      for (Object[] row : rows("t.person, t.file FROM FileCarer t WHERE t.person", keys.keySet())) {
        carers
            .computeIfAbsent(keys.get((UUID) row[0]), key -> new HashSet<>())
            .add(new CaseFileId((UUID) row[1]));
      }
      return people.stream().map(roots::get).collect(Collectors.toSet());
    }

    /** Reads what is written about these, and says who else is in it. */
    private Set<UUID> step(Set<UUID> people) {
      List<UUID> keys =
          roots.entrySet().stream()
              .filter(entry -> people.contains(entry.getValue()))
              .map(Map.Entry::getKey)
              .toList();
      Set<UUID> sides = new HashSet<>();
      for (String side : List.of("first", "other")) {
        Chunks.ask(
                keys,
                part ->
                    em.createQuery(
                            "SELECT t FROM KinTie t WHERE t.file IS NOT NULL AND t."
                                + side
                                + " IN :keys",
                            KinTie.class)
                        .setParameter("keys", part)
                        .getResultList())
            .forEach(
                tie -> {
                  ties.put(tie.id(), tie);
                  sides.addAll(List.of(tie.first().value(), tie.other().value()));
                });
      }
      return sides;
    }

    private boolean inFile(UUID root) {
      return stays.containsKey(root) || carers.containsKey(root);
    }

    private UUID root(PersonId key) {
      return roots.get(key.value());
    }

    Set<CaseFileId> files() {
      Set<CaseFileId> files = new HashSet<>();
      ties.values().forEach(tie -> files.add(tie.file()));
      stays.values().forEach(those -> those.forEach(stay -> files.add(stay.file())));
      return files;
    }

    List<Known> known() {
      List<KinTie> counting = ties.values().stream().filter(tie -> tie.struck() == null).toList();
      List<Known> known = new ArrayList<>();
      for (KinTie tie : counting) {
        boolean first = inFile(root(tie.first()));
        boolean other = inFile(root(tie.other()));
        if (first && !other) {
          because(known, tie, root(tie.first()), List.of(tie.other()));
        } else if (other && !first) {
          because(known, tie, root(tie.other()), List.of(tie.first()));
        } else if (!first) {
          between(known, tie, counting);
        }
      }
      return known;
    }

    /** Relatives of somebody who is in a file. */
    private void because(List<Known> known, KinTie tie, UUID of, List<PersonId> relatives) {
      List<Stay> stayed = stays.getOrDefault(of, List.of());
      add(known, tie, stayed, relatives);
      boolean carer = carers.getOrDefault(of, Set.of()).contains(tie.file());
      if (stayed.isEmpty() || carer) {
        add(known, tie, relatives);
      }
    }

    /** Two relatives go with the children of the file through whom it came to know them. */
    private void between(List<Known> known, KinTie tie, List<KinTie> counting) {
      List<PersonId> both = List.of(tie.first(), tie.other());
      Set<UUID> children =
          beside(root(tie.first()), counting).stream()
              .filter(
                  one ->
                      stays.getOrDefault(one, List.of()).stream()
                          .anyMatch(stay -> stay.file().equals(tie.file())))
              .collect(Collectors.toSet());
      children.forEach(child -> add(known, tie, stays.get(child), both));
      if (children.isEmpty()) {
        add(known, tie, both);
      }
    }

    /** Everybody who is in a file and beside somebody reached from here through relatives only. */
    private Set<UUID> beside(UUID from, List<KinTie> counting) {
      Set<UUID> inside = new HashSet<>(Set.of(from));
      Set<UUID> found = new HashSet<>();
      boolean more = true;
      while (more) {
        more = false;
        for (KinTie tie : counting) {
          UUID first = root(tie.first());
          UUID other = root(tie.other());
          for (UUID side :
              inside.contains(first)
                  ? Set.of(other)
                  : inside.contains(other) ? Set.of(first) : Set.<UUID>of()) {
            more |= inFile(side) ? found.add(side) : inside.add(side);
          }
        }
      }
      return found;
    }

    private void add(List<Known> known, KinTie tie, List<Stay> stayed, List<PersonId> relatives) {
      for (Stay stay : stayed) {
        LocalDate first = later(tie.days().from(), stay.since());
        LocalDate last = FileRelations.earlier(stay.until(), tie.lastDay());
        if (last == null || !last.isBefore(first)) {
          // Whoever comes back to a family is known there twice, from another day.
          UUID cause = FileRelations.named(tie.id() + "|" + stay.id());
          relatives.forEach(one -> known.add(new Known(stay.file(), cause, one, first, last)));
        }
      }
    }

    private void add(List<Known> known, KinTie tie, List<PersonId> relatives) {
      relatives.forEach(
          one -> known.add(new Known(tie.file(), tie.id(), one, tie.days().from(), tie.lastDay())));
    }
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one == null || one.isBefore(other) ? other : one;
  }

  private List<Object[]> rows(String query, Collection<UUID> keys) {
    return Chunks.ask(
        List.copyOf(keys),
        part ->
            em.createQuery("SELECT " + query + " IN :keys", Object[].class)
                .setParameter("keys", part)
                .getResultList());
  }

  /** The key under which each of these is known at last. */
  private Map<UUID, UUID> roots(Collection<UUID> people) {
    Map<UUID, UUID> roots = new HashMap<>();
    people.forEach(person -> roots.put(person, person));
    same("person", people).forEach(row -> roots.put((UUID) row[0], (UUID) row[1]));
    return roots;
  }

  /** All keys of these roots, and whose they are. */
  private Map<UUID, UUID> keys(Map<UUID, UUID> roots) {
    Map<UUID, UUID> keys = new HashMap<>();
    roots.values().forEach(root -> keys.put(root, root));
    same("canonical", Set.copyOf(roots.values()))
        .forEach(row -> keys.put((UUID) row[0], (UUID) row[1]));
    return keys;
  }

  private List<Object[]> same(String field, Collection<UUID> keys) {
    return rows("c.person, c.canonical FROM CanonicalPerson c WHERE c." + field, keys);
  }
}
