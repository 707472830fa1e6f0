package org.opora.registry.people.application;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.opora.api.access.Access;
import org.opora.api.access.Aliases;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Colleagues;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.people.NewPerson;
import org.opora.api.people.People;
import org.opora.api.people.PersonHit;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Messages;
import org.opora.registry.people.application.Resemblances.Scored;
import org.opora.registry.people.domain.Likeness;
import org.opora.registry.people.domain.Likeness.Band;
import org.opora.registry.people.persistence.AroundQueries;
import org.opora.registry.people.persistence.PeopleQueries;
import org.opora.registry.people.persistence.PersonRow;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Chunks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Searches the whole register before somebody is written down. Whom the viewer may see is shown; of
 * anybody else only that they may be known, and whom to ask; of those behind a wall nothing. What
 * the viewer was not shown, or did not take for the same person, those who oversee the register
 * look into.
 */
@Component(service = KnownPeople.class)
public final class KnownPeople {
  private static final int SHOWN = 8;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Aliases aliases;
  private final Colleagues colleagues;
  private final Staff staff;
  private final People people;
  private final Tasks tasks;
  private final Messages messages;
  private final Resemblances resemblances;

  @Activate
  public KnownPeople(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Aliases aliases,
      @Reference Colleagues colleagues,
      @Reference Keys keys,
      @Reference Staff staff,
      @Reference People people,
      @Reference Tasks tasks,
      @Reference Messages messages) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.aliases = aliases;
    this.colleagues = colleagues;
    this.staff = staff;
    this.people = people;
    this.tasks = tasks;
    this.messages = messages;
    this.resemblances = new Resemblances(new PersonSeals(keys));
  }

  /**
   * What may be shown before the person is written down.
   *
   * @throws org.opora.api.faults.NotAllowed when the viewer may not write anybody down
   */
  public Found search(Viewer viewer, NewPerson person) {
    access.require(viewer, People.WRITE);
    return tx.read(
        em -> {
          Sorted sorted = sorted(em, viewer, resemblances.of(em, person));
          withheld(viewer, sorted.elsewhere(), "no-relation");
          withheld(viewer, sorted.walled(), "wall");
          List<Match> matches =
              sorted.shown().stream()
                  .limit(SHOWN)
                  .map(one -> new Match(sorted.hits().get(one.row().id()), one.likeness()))
                  .toList();
          return new Found(
              matches, !sorted.elsewhere().isEmpty(), ask(em, viewer, sorted.elsewhere()));
        });
  }

  /** Whoever asks about many people to learn who is known leaves a trail. */
  private void withheld(Viewer viewer, List<Scored> people, String reason) {
    if (!people.isEmpty()) {
      audit.denied(
          viewer,
          "person.search-before-create",
          people.stream().map(one -> Subject.of(new PersonId(one.row().id()))).toList(),
          reason);
    }
  }

  /**
   * Writes down somebody about whom was asked. Whoever is so much alike that it should be the same
   * person, and whoever may be but stands behind a wall, is a task for those who oversee the
   * register, in the same transaction.
   *
   * @throws org.opora.api.faults.Refused when a field is wrong
   */
  public PersonId register(Viewer viewer, NewPerson person) {
    return tx.required(
        em -> {
          List<Scored> alike = resemblances.of(em, person);
          PersonId fresh = people.register(viewer, person);
          if (!alike.isEmpty()) {
            Sorted sorted = sorted(em, viewer, alike);
            sorted.walled().forEach(one -> lookInto(viewer, fresh, one, sorted));
            List<Scored> passed = new ArrayList<>(sorted.shown());
            passed.addAll(sorted.elsewhere());
            passed.stream()
                .filter(one -> one.likeness().band() == Band.SAME)
                .forEach(one -> lookInto(viewer, fresh, one, sorted));
          }
          return fresh;
        });
  }

  /**
   * The task is about the person who was known before: so whoever must not know of them does not
   * see it, its author included.
   */
  private void lookInto(Viewer viewer, PersonId fresh, Scored known, Sorted sorted) {
    PersonId before = new PersonId(known.row().id());
    audit.wrote(
        viewer,
        "person.registered-alike",
        List.of(Subject.of(fresh), Subject.of(before)),
        "band=" + known.likeness().band());
    Set<Subject> around = sorted.around().get(before.value());
    overseer(around)
        .ifPresent(
            doer ->
                tasks.put(
                    viewer,
                    new Tasks.NewTask(
                        Refusals.BUNDLE,
                        TwoEntries.key(before, fresh),
                        closed(around, sorted.walls(), Subject.Kind.CASE_FILE)
                            .map(file -> new CaseFileId(file.id()))
                            .orElse(null),
                        closed(around, sorted.walls(), Subject.Kind.CHILD_FILE)
                            .or(() -> closed(around, sorted.walls(), Subject.Kind.PERSON))
                            .orElse(Subject.of(before)),
                        messages.title("task.two-entries"),
                        doer,
                        null,
                        TwoEntries.path(before, fresh))));
  }

  /** Where a wall stands, there the task hangs, so that the wall closes it as well. */
  private static Optional<Subject> closed(Set<Subject> around, Set<UUID> walls, Subject.Kind kind) {
    return around.stream()
        .filter(one -> one.kind() == kind && walls.contains(one.id()))
        .findFirst();
  }

  /** Always the same one of several, so that one of them has the whole list. */
  private Optional<StaffId> overseer(Collection<Subject> around) {
    return colleagues.overseeing(People.WRITE, around).stream()
        .min(Comparator.comparing(StaffId::value));
  }

  /**
   * Names of whom to ask about the most alike of these people: key workers of their family, or
   * those who oversee the register; empty when there is nobody.
   */
  private List<String> ask(EntityManager em, Viewer viewer, List<Scored> elsewhere) {
    if (elsewhere.isEmpty()) {
      return List.of();
    }
    PersonId known = new PersonId(elsewhere.get(0).row().id());
    Set<StaffId> workers =
        new HashSet<>(
            new AroundQueries(em).keyWorkers(Chunks.values(aliases.idsOf(known)), viewer.today()));
    workers.remove(viewer.staff());
    if (workers.isEmpty()) {
      overseer(List.of(Subject.of(known)))
          .filter(one -> !one.equals(viewer.staff()))
          .ifPresent(workers::add);
    }
    return List.copyOf(new TreeSet<>(staff.names(workers).values()));
  }

  /** Who of them may be told how much. Several keys of one person count once. */
  private Sorted sorted(EntityManager em, Viewer viewer, List<Scored> alike) {
    if (alike.isEmpty()) {
      return new Sorted(List.of(), Map.of(), List.of(), List.of(), Map.of(), Set.of());
    }
    List<PersonId> found = alike.stream().map(one -> new PersonId(one.row().id())).toList();
    Map<PersonId, Set<PersonId>> keys = aliases.idsOf(found);
    Map<UUID, Set<Subject>> around = around(em, keys);
    Set<UUID> walls = new AroundQueries(em).walls(viewer.staff());
    Map<UUID, PersonHit> hits = hits(em, viewer, found);
    List<Scored> shown = new ArrayList<>();
    List<Scored> elsewhere = new ArrayList<>();
    List<Scored> walled = new ArrayList<>();
    Set<PersonId> had = new HashSet<>();
    for (Scored one : alike) {
      UUID id = one.row().id();
      if (around.get(id).stream().anyMatch(subject -> walls.contains(subject.id()))) {
        walled.add(one);
      } else if (hits.containsKey(id)) {
        shown.add(one);
      } else {
        elsewhere.add(one);
      }
    }
    return new Sorted(
        once(shown, keys, had),
        hits,
        once(elsewhere, keys, had),
        once(walled, keys, had),
        around,
        walls);
  }

  private static List<Scored> once(
      List<Scored> people, Map<PersonId, Set<PersonId>> keys, Set<PersonId> had) {
    List<Scored> once = new ArrayList<>();
    for (Scored one : people) {
      PersonId id = new PersonId(one.row().id());
      if (had.add(id)) {
        once.add(one);
        had.addAll(keys.get(id));
      }
    }
    return once;
  }

  /** By each key what surrounds the person under any of their keys. */
  private static Map<UUID, Set<Subject>> around(
      EntityManager em, Map<PersonId, Set<PersonId>> keys) {
    Set<PersonId> all = new LinkedHashSet<>();
    keys.values().forEach(all::addAll);
    Map<UUID, Set<Subject>> single = new AroundQueries(em).subjects(Chunks.values(all));
    Map<UUID, Set<Subject>> around = new HashMap<>();
    keys.forEach(
        (person, same) -> {
          Set<Subject> subjects = new LinkedHashSet<>();
          same.forEach(key -> subjects.addAll(single.get(key.value())));
          around.put(person.value(), subjects);
        });
    return around;
  }

  private Map<UUID, PersonHit> hits(EntityManager em, Viewer viewer, List<PersonId> found) {
    Scope scope = access.scope(viewer, People.READ);
    if (scope.empty()) {
      return Map.of();
    }
    List<PersonRow> rows = new PeopleQueries(em).rows(scope, Chunks.values(found));
    Map<UUID, PersonHit> hits = new HashMap<>();
    PersonHits.of(em, scope, rows).forEach(hit -> hits.put(hit.id().value(), hit));
    return hits;
  }

  /**
   * @param matches whom the viewer may see, the most alike first; at most eight
   * @param elsewhere whether somebody may be known whom the viewer may not see
   * @param ask names of whom to ask about them; empty when there is nobody to be named
   */
  public record Found(List<Match> matches, boolean elsewhere, List<String> ask) {
    public boolean nobody() {
      return matches.isEmpty() && !elsewhere;
    }
  }

  /** Somebody who may be the same, and what speaks for it. */
  public record Match(PersonHit person, Likeness likeness) {}

  private record Sorted(
      List<Scored> shown,
      Map<UUID, PersonHit> hits,
      List<Scored> elsewhere,
      List<Scored> walled,
      Map<UUID, Set<Subject>> around,
      Set<UUID> walls) {}
}
