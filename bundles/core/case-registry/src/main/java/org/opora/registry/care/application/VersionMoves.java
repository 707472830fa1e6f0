package org.opora.registry.care.application;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits.ChildPart;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Keys;
import org.opora.registry.care.domain.Visit;
import org.opora.registry.care.domain.VisitPerson;
import org.opora.registry.care.domain.VisitVersion;
import org.opora.registry.care.domain.VisitVersionChild;
import org.opora.registry.care.domain.VisitVersionPerson;
import org.opora.registry.care.persistence.ChildRow;
import org.opora.registry.care.persistence.VersionQueries;
import org.opora.registry.care.persistence.VisitQueries;

/**
 * How a visit read goes along into the file it belongs to, sealed for that file. It names nobody of
 * the family in whose file it stood by mistake; what was said of a child of that family stays
 * there, on the key of the child's own sub-file.
 */
record VersionMoves(VisitSeals now, VersionSeals seals) {
  VersionMoves(Keys keys) {
    this(new VisitSeals(keys), new VersionSeals(keys));
  }

  /**
   * @param family people of the other file
   * @param children its children with their sub-files
   * @param why why it is moved: the last version that stood in the wrong file keeps it
   */
  void move(
      EntityManager em,
      Viewer viewer,
      Visit old,
      Visit row,
      Set<PersonId> family,
      Map<UUID, UUID> children,
      String why) {
    former(em, old, row, family, children, why);
    UUID last = Ids.next();
    em.persist(
        new VisitVersion(
            last,
            old,
            row.id(),
            seals.note(row.file(), last, now.note(old.file(), old.id(), old.note())),
            seals.why(row.file(), last, why),
            viewer.staff(),
            viewer.now()));
    em.flush();
    people(em, last, present(em, old.id()), family);
    for (ChildRow part : new VisitQueries(em).children(old.id())) {
      if (children.containsKey(part.child())) {
        child(em, last, row.file(), now.open(part), children);
      }
    }
    em.flush();
  }

  /** Children of whom the visit speaks and who are not in the other family. */
  Set<UUID> staying(EntityManager em, Visit old, Map<UUID, UUID> children) {
    return new VisitQueries(em)
        .children(old.id()).stream()
            .map(ChildRow::child)
            .filter(child -> !children.containsKey(child))
            .collect(Collectors.toSet());
  }

  private void former(
      EntityManager em,
      Visit old,
      Visit row,
      Set<PersonId> family,
      Map<UUID, UUID> children,
      String why) {
    VersionQueries queries = new VersionQueries(em);
    CaseFileId from = old.file();
    Map<UUID, List<VisitVersionPerson>> met =
        queries.people(old.id()).stream()
            .collect(Collectors.groupingBy(VisitVersionPerson::former));
    Map<UUID, List<VisitVersionChild>> parts =
        queries.children(old.id()).stream()
            .collect(Collectors.groupingBy(VisitVersionChild::former));
    for (VisitVersion one : queries.of(old.id())) {
      UUID id = Ids.next();
      em.persist(
          new VisitVersion(
              id,
              one,
              row.id(),
              seals.note(row.file(), id, seals.note(from, one)),
              seals.why(row.file(), id, seals.why(from, one))));
      em.flush();
      List<VisitVersionPerson> people = met.getOrDefault(one.id(), List.of());
      people(em, id, people.stream().map(who -> new PersonId(who.person())).toList(), family);
      List<VisitVersionChild> staying = new ArrayList<>();
      for (VisitVersionChild part : parts.getOrDefault(one.id(), List.of())) {
        if (children.containsKey(part.child())) {
          child(em, id, row.file(), seals.open(from, part), children);
          em.remove(part);
        } else {
          staying.add(part);
        }
      }
      people.stream()
          .filter(who -> staying.stream().noneMatch(part -> who.person().equals(part.child())))
          .forEach(em::remove);
      em.flush();
      if (staying.isEmpty()) {
        em.remove(one);
      } else {
        one.leaves(seals.why(from, one.id(), why));
      }
    }
    em.flush();
  }

  private static List<PersonId> present(EntityManager em, UUID visit) {
    return em.createQuery("SELECT p FROM VisitPerson p WHERE p.visit = :visit", VisitPerson.class)
        .setParameter("visit", visit)
        .getResultStream()
        .map(VisitPerson::person)
        .toList();
  }

  private static void people(
      EntityManager em, UUID former, List<PersonId> people, Set<PersonId> family) {
    people.stream()
        .filter(family::contains)
        .forEach(person -> em.persist(new VisitVersionPerson(Ids.next(), former, person.value())));
  }

  private void child(
      EntityManager em, UUID former, CaseFileId file, ChildPart part, Map<UUID, UUID> children) {
    em.persist(seals.child(Ids.next(), former, file, part, children.get(part.child().value())));
  }
}
