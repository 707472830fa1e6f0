package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.registry.kin.domain.KinTie;
import org.opora.registry.shared.persistence.Chunks;

/**
 * Parents, grandparents and others whom a file knows only as relatives. Nobody else lets those who
 * work with the file know of them. Who is or was a child or a carer of any file, under any of their
 * keys, is not among them: of them only that file tells.
 */
final class FileRelatives {
  private final EntityManager em;

  FileRelatives(EntityManager em) {
    this.em = em;
  }

  /**
   * @param tie why
   * @param first null when nobody knows since when
   * @param last null while it lasts
   */
  record Known(UUID tie, PersonId person, LocalDate first, LocalDate last) {}

  /** Of the relationships written down in the work with the file that count. */
  List<Known> of(CaseFileId file) {
    List<KinTie> ties =
        em
            .createQuery("SELECT t FROM KinTie t WHERE t.file = :file", KinTie.class)
            .setParameter("file", file.value())
            .getResultList()
            .stream()
            .filter(tie -> tie.struck() == null)
            .toList();
    Set<UUID> people = new HashSet<>();
    ties.forEach(tie -> people.addAll(List.of(tie.first().value(), tie.other().value())));
    Set<UUID> inFiles = inFiles(people);
    List<Known> known = new ArrayList<>();
    for (KinTie tie : ties) {
      for (PersonId person : List.of(tie.first(), tie.other())) {
        if (!inFiles.contains(person.value())) {
          known.add(new Known(tie.id(), person, tie.days().from(), tie.lastDay()));
        }
      }
    }
    return known;
  }

  /** Those of these people who are or were in any file, under any key. */
  private Set<UUID> inFiles(Set<UUID> people) {
    Map<UUID, UUID> roots = roots(people);
    Map<UUID, UUID> keys = keys(roots);
    Set<UUID> found = new HashSet<>();
    for (String place :
        List.of(
            "t.person FROM FileCarer t WHERE t.person", "t.child FROM Placement t WHERE t.child")) {
      ask("SELECT DISTINCT " + place, keys.keySet()).forEach(key -> found.add(keys.get(key)));
    }
    Set<UUID> those = new HashSet<>(people);
    those.removeIf(person -> !found.contains(roots.get(person)));
    return those;
  }

  /** Files in whose work somebody of these, under any key, was written down as a relative. */
  Set<CaseFileId> around(Collection<UUID> people) {
    Set<UUID> keys = keys(roots(people)).keySet();
    Set<CaseFileId> files = new HashSet<>();
    for (String side : List.of("first", "other")) {
      ask("SELECT DISTINCT t.file FROM KinTie t WHERE t.file IS NOT NULL AND t." + side, keys)
          .forEach(file -> files.add(new CaseFileId(file)));
    }
    return files;
  }

  private List<UUID> ask(String query, Collection<UUID> keys) {
    return Chunks.ask(
        List.copyOf(keys),
        part ->
            em.createQuery(query + " IN :keys", UUID.class)
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
    return Chunks.ask(
        List.copyOf(keys),
        part ->
            em.createQuery(
                    "SELECT c.person, c.canonical FROM CanonicalPerson c WHERE c."
                        + field
                        + " IN :keys",
                    Object[].class)
                .setParameter("keys", part)
                .getResultList());
  }
}
