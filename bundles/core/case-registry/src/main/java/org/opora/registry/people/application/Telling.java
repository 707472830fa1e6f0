package org.opora.registry.people.application;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.registry.people.domain.Shortlist;
import org.opora.registry.people.persistence.AroundQueries;
import org.opora.registry.people.persistence.FileOfPerson;
import org.opora.registry.people.persistence.PeopleQueries;
import org.opora.registry.people.persistence.PersonRow;
import org.opora.registry.shared.persistence.Chunks;

/**
 * Who of the people alike may be told how much. A wall at the person or at their sub-file hides
 * them; a wall at a file in which they ever took part hides those whom the viewer does not meet in
 * a file of their own today. Only then it is seen who of them counts, so that nobody behind a wall
 * changes what is shown.
 */
record Telling(Access access) {

  /** In a few queries, whatever the number of people. */
  Told of(EntityManager em, Viewer viewer, List<Resemblance> alike) {
    if (alike.isEmpty()) {
      return Told.NOBODY;
    }
    Map<Resemblance, Set<Subject>> around = around(em, alike);
    Set<UUID> walls = new AroundQueries(em).walls(viewer.staff(), viewer.today());
    Map<PersonId, PersonRow> rows = rows(em, viewer, alike);
    Set<UUID> met = met(em, viewer, alike.stream().filter(one -> touches(around, walls, one)));
    List<Resemblance> visible = new ArrayList<>();
    List<Resemblance> open = new ArrayList<>();
    List<Resemblance> walled = new ArrayList<>();
    for (Resemblance one : alike) {
      boolean seen = one.keys().stream().anyMatch(rows::containsKey);
      if (hidden(around.get(one), walls, seen && meets(met, one))) {
        walled.add(one);
      } else {
        open.add(one);
        if (seen) {
          visible.add(one);
        }
      }
    }
    Shortlist<Resemblance> shown = Shortlist.of(visible, Resemblance::likeness);
    List<Resemblance> elsewhere =
        Shortlist.of(open, Resemblance::likeness).alike().stream()
            .filter(one -> !visible.contains(one))
            .toList();
    return new Told(
        shown.alike(),
        shown.namesakes(),
        rows,
        elsewhere,
        Shortlist.of(walled, Resemblance::likeness).alike(),
        around,
        walls);
  }

  private static boolean touches(
      Map<Resemblance, Set<Subject>> around, Set<UUID> walls, Resemblance one) {
    return around.get(one).stream().anyMatch(subject -> walls.contains(subject.id()));
  }

  private static boolean meets(Set<UUID> met, Resemblance one) {
    return one.keys().stream().anyMatch(key -> met.contains(key.value()));
  }

  private static boolean hidden(Set<Subject> around, Set<UUID> walls, boolean meets) {
    return around.stream()
        .filter(subject -> walls.contains(subject.id()))
        .anyMatch(subject -> subject.kind() != Subject.Kind.CASE_FILE || !meets);
  }

  /** What surrounds each person under any of their keys. */
  private static Map<Resemblance, Set<Subject>> around(EntityManager em, List<Resemblance> people) {
    Map<UUID, Set<Subject>> single = new AroundQueries(em).subjects(keys(people.stream()));
    Map<Resemblance, Set<Subject>> around = new HashMap<>();
    for (Resemblance one : people) {
      Set<Subject> subjects = new LinkedHashSet<>();
      one.keys().forEach(key -> subjects.addAll(single.get(key.value())));
      around.put(one, subjects);
    }
    return around;
  }

  /** Entries that the viewer may see. */
  private Map<PersonId, PersonRow> rows(EntityManager em, Viewer viewer, List<Resemblance> people) {
    Scope scope = access.scope(viewer, People.READ);
    Map<PersonId, PersonRow> rows = new HashMap<>();
    if (!scope.empty()) {
      new PeopleQueries(em)
          .rows(scope, keys(people.stream()))
          .forEach(row -> rows.put(new PersonId(row.id()), row));
    }
    return rows;
  }

  /** Keys of those who take part today in a file that the viewer may open. */
  private Set<UUID> met(EntityManager em, Viewer viewer, Stream<Resemblance> people) {
    List<UUID> keys = keys(people);
    Scope scope = access.scope(viewer, People.READ);
    Set<UUID> met = new HashSet<>();
    if (!keys.isEmpty() && !scope.empty()) {
      new PeopleQueries(em).today(scope, keys).stream().map(FileOfPerson::person).forEach(met::add);
    }
    return met;
  }

  private static List<UUID> keys(Stream<Resemblance> people) {
    return Chunks.values(people.flatMap(one -> one.keys().stream()).toList());
  }

  /**
   * @param shown who may be shown, the most alike first
   * @param namesakes several who may be shown, too, and have nothing but the name in common
   * @param rows entries that the viewer may see
   * @param elsewhere of whom only may be said that somebody may be known
   * @param walled of whom nothing may be said
   * @param around by person the subjects at which a wall closes them
   * @param walls everything a wall keeps from the viewer
   */
  record Told(
      List<Resemblance> shown,
      List<Resemblance> namesakes,
      Map<PersonId, PersonRow> rows,
      List<Resemblance> elsewhere,
      List<Resemblance> walled,
      Map<Resemblance, Set<Subject>> around,
      Set<UUID> walls) {
    static final Told NOBODY =
        new Told(List.of(), List.of(), Map.of(), List.of(), List.of(), Map.of(), Set.of());

    /** The entry of this person that the viewer may see. */
    PersonRow row(Resemblance one) {
      return one.keys().stream().filter(rows::containsKey).findFirst().map(rows::get).orElseThrow();
    }

    /** Where a wall stands, there a task about the person hangs, so that it is closed as well. */
    Optional<Subject> closed(Resemblance one, Subject.Kind kind) {
      return around.get(one).stream()
          .filter(subject -> subject.kind() == kind && walls.contains(subject.id()))
          .findFirst();
    }
  }
}
