package org.opora.registry.kin.application;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.access.Viewer;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.registry.files.persistence.FileQueries;
import org.opora.registry.files.persistence.FileRow;
import org.opora.registry.people.persistence.PeopleQueries;
import org.opora.registry.people.persistence.PersonRow;
import org.opora.registry.shared.persistence.Chunks;

/**
 * Whom of the people around a person the viewer may see. Whoever stands behind a wall under any of
 * their keys is not there at all; whoever is merely not the viewer's own can at most be somebody
 * without a name. For one read.
 */
final class Sight {
  private final EntityManager em;
  private final Aliases aliases;
  private final Scope people;
  private final Scope files;
  private final Scope walls;

  Sight(EntityManager em, Access access, Aliases aliases, Viewer viewer) {
    this.em = em;
    this.aliases = aliases;
    this.people = access.scope(viewer, People.READ);
    this.files = access.scope(viewer, CaseFiles.READ);
    this.walls = new Scope(Reach.ALL, viewer.staff(), viewer.today());
  }

  /**
   * Somebody as the viewer sees them.
   *
   * @param self the same for every key of the person
   * @param keys all of them
   * @param row null unless the viewer may see the person; its key is one they may open
   * @param walled whether a wall stands before any key
   */
  record Seen(PersonId self, Set<PersonId> keys, PersonRow row, boolean walled) {
    boolean visible() {
      return row != null && !walled;
    }

    PersonId link() {
      return row == null ? null : new PersonId(row.id());
    }
  }

  /** Every one of these keys, known or not. */
  Map<PersonId, Seen> of(Collection<PersonId> asked) {
    if (asked.isEmpty()) {
      return Map.of();
    }
    Map<PersonId, Set<PersonId>> ids = aliases.idsOf(asked);
    List<UUID> all =
        Chunks.values(ids.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
    PeopleQueries queries = new PeopleQueries(em);
    Map<UUID, PersonRow> visible = new HashMap<>();
    if (!people.empty()) {
      queries.rows(people, all).forEach(row -> visible.put(row.id(), row));
    }
    Set<UUID> open =
        queries.rows(walls, all).stream().map(PersonRow::id).collect(Collectors.toSet());
    Map<PersonId, Seen> seen = new HashMap<>();
    ids.forEach((key, keys) -> seen.put(key, seen(key, keys, visible, open)));
    return seen;
  }

  private static Seen seen(
      PersonId key, Set<PersonId> keys, Map<UUID, PersonRow> visible, Set<UUID> open) {
    PersonId self = keys.stream().min(Comparator.comparing(PersonId::value)).orElse(key);
    PersonRow row =
        visible.getOrDefault(
            key.value(),
            keys.stream()
                .map(PersonId::value)
                .filter(visible::containsKey)
                .min(Comparator.naturalOrder())
                .map(visible::get)
                .orElse(null));
    return new Seen(self, keys, row, keys.stream().anyMatch(one -> !open.contains(one.value())));
  }

  /** Those of these keys that the viewer may open. */
  Set<PersonId> mayOpen(Collection<PersonId> keys) {
    return people.empty() || keys.isEmpty()
        ? Set.of()
        : new PeopleQueries(em)
            .rows(people, Chunks.values(keys)).stream()
                .map(row -> new PersonId(row.id()))
                .collect(Collectors.toSet());
  }

  /** Those of these keys before which no wall stands. */
  Set<PersonId> open(Collection<PersonId> keys) {
    return new PeopleQueries(em)
        .rows(walls, Chunks.values(keys)).stream()
            .map(row -> new PersonId(row.id()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Numbers of those of these files that the viewer may see and that are not put away. */
  Map<CaseFileId, String> files(Collection<CaseFileId> asked) {
    Map<CaseFileId, String> numbers = new HashMap<>();
    if (!files.empty() && !asked.isEmpty()) {
      for (FileRow row : new FileQueries(em).rows(files, Chunks.values(asked))) {
        if (row.archivedOn() == null) {
          numbers.put(new CaseFileId(row.id()), row.number());
        }
      }
    }
    return numbers;
  }

  Scope ofFiles() {
    return files;
  }
}
