package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Relations;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.registry.emergency.domain.EmergencyAccess;
import org.opora.registry.files.domain.Assignment;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.files.domain.FileCarer;
import org.opora.registry.files.domain.Granted;
import org.opora.registry.files.domain.Placement;
import org.opora.registry.openings.domain.OpenedFile;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Chunks;

/**
 * Who has a relation to whom because of a case file. The only place that decides it: after every
 * change of the file the wanted set is computed anew and the difference is handed to the house, in
 * the same transaction.
 *
 * <p>Key worker and deputy have a relation to the file, to its carers, and to its children and
 * their sub-files: from the first day of the assignment, also to people who are yet to come, until
 * the last day of the assignment or of the person's time in the file, whichever is earlier. The
 * same goes for relatives who are in no file themselves, while the relationship lasts and, those of
 * a child, while the child lives there. Who worked with the file before, and the family in which a
 * child lived before, keep none. Whoever reads the file in an emergency has the same relations for
 * its hours, and whoever it was opened to for an inspection for its days.
 */
final class FileRelations {
  private final EntityManager em;
  private final Relations relations;
  private final FileRelatives relatives;

  FileRelations(EntityManager em, Relations relations) {
    this.em = em;
    this.relations = relations;
    this.relatives = new FileRelatives(em);
  }

  /**
   * Also for other files: who is in this one now is no mere relative there any more.
   *
   * @return this file and the others
   */
  Set<CaseFileId> follow(CaseFileId file) {
    return follow(file, List.of());
  }

  /**
   * @param others people of whom something changed beside those who are in the file
   * @return this file, and others that know somebody because of the same people
   */
  Set<CaseFileId> follow(CaseFileId file, Collection<UUID> others) {
    em.flush();
    Set<UUID> people = people(file);
    takeOver(file);
    compute(file);
    people.addAll(people(file));
    people.addAll(others);
    Set<CaseFileId> around = relatives.around(people);
    around.remove(file);
    around.forEach(this::compute);
    around.add(file);
    return around;
  }

  /** Files that know somebody as a relative because of these people, after that changed. */
  void around(Collection<UUID> people) {
    em.flush();
    relatives.around(people).forEach(this::compute);
  }

  /**
   * Whoever wrote a person down goes on with them only until a file takes over: from then on those
   * who work with the file do, and nobody else.
   */
  private void takeOver(CaseFileId file) {
    Set<UUID> known = new HashSet<>();
    rows(Granted.class, file).forEach(granted -> known.add(granted.subject()));
    Map<UUID, LocalDate> arrived = new HashMap<>();
    rows(FileCarer.class, file)
        .forEach(one -> arrived.merge(one.person().value(), one.since(), FileRelations::earlier));
    rows(Placement.class, file)
        .forEach(one -> arrived.merge(one.child().value(), one.since(), FileRelations::earlier));
    arrived.keySet().removeAll(known);
    if (arrived.isEmpty()) {
      return;
    }
    Set<StaffId> here =
        rows(Assignment.class, file).stream().map(Assignment::staff).collect(Collectors.toSet());
    for (Object[] row :
        Chunks.ask(
            List.copyOf(arrived.keySet()),
            part ->
                em.createQuery(
                        "SELECT p.id, p.registeredBy FROM Person p WHERE p.id IN :keys",
                        Object[].class)
                    .setParameter("keys", part)
                    .getResultList())) {
      if (!here.contains(new StaffId((UUID) row[1]))) {
        PersonId person = new PersonId((UUID) row[0]);
        relations.end(
            Subject.of(person),
            RelationKind.REGISTRAR,
            Refusals.BUNDLE + ":" + person,
            arrived.get(person.value()).minusDays(1));
      }
    }
  }

  /** Everybody to whom a relation follows from the file. */
  private Set<UUID> people(CaseFileId file) {
    Set<UUID> people = new HashSet<>();
    rows(FileCarer.class, file).forEach(carer -> people.add(carer.person().value()));
    rows(Placement.class, file).forEach(stay -> people.add(stay.child().value()));
    rows(Granted.class, file).stream()
        .filter(granted -> granted.subjectKind() == Subject.Kind.PERSON)
        .forEach(granted -> people.add(granted.subject()));
    return people;
  }

  private void compute(CaseFileId file) {
    Map<UUID, Granted> wanted = wanted(file);
    for (Granted known : rows(Granted.class, file)) {
      Granted now = wanted.remove(known.id());
      if (now == null) {
        relations.end(subject(known), known.kind(), origin(known), known.since().minusDays(1));
        em.remove(known);
      } else if (!known.since().equals(now.since())
          || !Objects.equals(known.until(), now.until())
          || !Objects.equals(known.expires(), now.expires())) {
        known.runs(now.since(), now.until());
        known.lent(now.expires());
        grant(known);
      }
    }
    for (Granted added : wanted.values()) {
      em.persist(added);
      grant(added);
    }
  }

  /**
   * What follows from a file that is new, told all that is in it: nothing has to be asked for. Who
   * is in it is new as well, so that no other file can know them as relatives.
   */
  void begin(List<Assignment> assignments, List<FileCarer> carers, List<Placement> stays) {
    List<Relations.Grant> grants = new ArrayList<>();
    List<Worker> workers = assignments.stream().map(Worker::of).toList();
    for (Granted added : wanted(workers, carers, stays, List.of()).values()) {
      em.persist(added);
      grants.add(
          new Relations.Grant(
              added.staff(),
              subject(added),
              added.kind(),
              added.since(),
              added.until(),
              origin(added)));
    }
    relations.begin(grants);
  }

  /** Everything that follows from the file ends as if it had never been. */
  void forget(CaseFileId file) {
    for (Granted known : rows(Granted.class, file)) {
      relations.end(subject(known), known.kind(), origin(known), known.since().minusDays(1));
      em.remove(known);
    }
    em.flush();
  }

  private Map<UUID, Granted> wanted(CaseFileId file) {
    // Nobody works with a file that was put away.
    if (em.find(CaseFile.class, file.value()).archivedOn() != null) {
      return new LinkedHashMap<>();
    }
    return wanted(
        workers(file),
        rows(FileCarer.class, file),
        rows(Placement.class, file),
        relatives.of(file));
  }

  /** Who has a relation to the file, and until when. */
  private record Worker(
      UUID id,
      CaseFileId file,
      StaffId staff,
      RelationKind kind,
      LocalDate since,
      LocalDate until,
      Instant expires) {
    static Worker of(Assignment one) {
      return new Worker(
          one.id(), one.file(), one.staff(), one.kind(), one.since(), one.until(), null);
    }

    static Worker of(EmergencyAccess one) {
      return new Worker(
          one.id(),
          one.file(),
          one.staff(),
          RelationKind.EMERGENCY,
          one.openedOn(),
          null,
          one.expires());
    }

    static Worker of(OpenedFile one) {
      return new Worker(
          one.id(),
          one.file(),
          one.staff(),
          RelationKind.INSPECTOR,
          one.since(),
          one.until(),
          one.expires());
    }
  }

  private List<Worker> workers(CaseFileId file) {
    return Stream.of(
            rows(Assignment.class, file).stream().map(Worker::of),
            rows(EmergencyAccess.class, file).stream()
                .filter(one -> one.endedAt() == null)
                .map(Worker::of),
            rows(OpenedFile.class, file).stream()
                .filter(one -> one.closedAt() == null)
                .map(Worker::of))
        .flatMap(some -> some)
        .toList();
  }

  private static Map<UUID, Granted> wanted(
      List<Worker> workers,
      List<FileCarer> carers,
      List<Placement> stays,
      List<FileRelatives.Known> relatives) {
    Map<UUID, Granted> wanted = new LinkedHashMap<>();
    for (Worker worker : workers) {
      want(wanted, worker, worker.id(), Subject.of(worker.file()), worker.since(), null);
      for (FileCarer carer : carers) {
        want(wanted, worker, carer.id(), Subject.of(carer.person()), carer.since(), carer.until());
      }
      for (Placement stay : stays) {
        want(wanted, worker, stay.id(), Subject.of(stay.child()), stay.since(), stay.until());
        want(wanted, worker, stay.id(), Subject.of(stay.childFile()), stay.since(), stay.until());
      }
      for (FileRelatives.Known relative : relatives) {
        want(
            wanted,
            worker,
            relative.cause(),
            Subject.of(relative.person()),
            relative.first() == null ? worker.since() : relative.first(),
            relative.last());
      }
    }
    return wanted;
  }

  private static void want(
      Map<UUID, Granted> wanted,
      Worker worker,
      UUID cause,
      Subject subject,
      LocalDate first,
      LocalDate last) {
    LocalDate until = earlier(worker.until(), last);
    boolean apart =
        until != null && until.isBefore(worker.since())
            || worker.until() != null && first.isAfter(worker.until());
    if (apart) {
      return;
    }
    UUID id = key(worker.id(), cause, subject);
    wanted.put(
        id,
        new Granted(
                id,
                worker.file(),
                worker.staff(),
                subject.kind(),
                subject.id(),
                worker.kind(),
                worker.since(),
                until)
            .lent(worker.expires()));
  }

  static LocalDate earlier(LocalDate one, LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  /** The same cause gives the same key, so that it is recognised the next time. */
  private static UUID key(UUID assignment, UUID cause, Subject subject) {
    return named(assignment + "|" + cause + "|" + subject.kind() + "|" + subject.id());
  }

  static UUID named(String what) {
    return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.US_ASCII));
  }

  private void grant(Granted row) {
    if (row.expires() == null) {
      relations.grant(row.staff(), subject(row), row.kind(), row.since(), row.until(), origin(row));
    } else {
      relations.lend(
          row.staff(),
          subject(row),
          row.kind(),
          row.since(),
          row.until(),
          row.expires(),
          origin(row));
    }
  }

  private static Subject subject(Granted row) {
    return new Subject(row.subjectKind(), row.subject());
  }

  private static String origin(Granted row) {
    return Refusals.BUNDLE + ":" + row.id();
  }

  private <T> List<T> rows(Class<T> type, CaseFileId file) {
    return em.createQuery("SELECT t FROM " + type.getSimpleName() + " t WHERE t.file = :file", type)
        .setParameter("file", file.value())
        .getResultList();
  }
}
