package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.access.Walls;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.StaffId;
import org.opora.api.inbox.Inbox;
import org.opora.api.text.Messages;
import org.opora.registry.files.domain.Assignment;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.walls.domain.RaisedWall;
import org.opora.registry.walls.persistence.WallQueries;

/**
 * What walls that were raised by hand stand at: a family with everybody in it now or to come, or
 * one person with the sub-files they have as a child.
 */
public final class HandWalls {
  private final EntityManager em;
  private final Walls walls;
  private final Inbox inbox;
  private final Messages messages;

  public HandWalls(EntityManager em, Walls walls, Inbox inbox, Messages messages) {
    this.em = em;
    this.walls = walls;
    this.inbox = inbox;
    this.messages = messages;
  }

  /**
   * @param about a family's file or a person
   */
  public Set<Subject> at(Subject about, LocalDate day) {
    if (about.kind() == Subject.Kind.CASE_FILE) {
      return new LinkedHashSet<>(
          new FamilyAround(em).of(new CaseFileId(about.id()), day, day).values());
    }
    // Under other keys nothing is written: what hangs on a sub-file there asks for the child, too,
    // and two who are parted again are as they were.
    Set<Subject> all = new LinkedHashSet<>(Set.of(about));
    em.createQuery("SELECT c.id FROM ChildFile c WHERE c.child = :person ORDER BY c.id", UUID.class)
        .setParameter("person", about.id())
        .getResultList()
        .forEach(file -> all.add(Subject.of(new ChildFileId(file))));
    return all;
  }

  /** The families that such a wall would close, wholly or in part, today or later. */
  public Set<CaseFileId> families(Subject about, LocalDate day) {
    return about.kind() == Subject.Kind.CASE_FILE
        ? Set.of(new CaseFileId(about.id()))
        : families(Set.of(about.id()), day);
  }

  /** Files in which one of these people is, under any key, today or later. */
  private Set<CaseFileId> families(Collection<UUID> people, LocalDate day) {
    Set<CaseFileId> files = new HashSet<>();
    for (String part : List.of("FileCarer t WHERE (t.person", "Placement t WHERE (t.child")) {
      String column = part.substring(part.indexOf('(') + 1);
      Chunks.ask(
              List.copyOf(people),
              some ->
                  em.createQuery(
                          "SELECT t.file FROM "
                              + part
                              + " IN :people OR "
                              + column
                              + " IN (SELECT k.other FROM SameKey k WHERE k.person IN :people))"
                              + " AND (t.until IS NULL OR t.until >= :day)",
                          UUID.class)
                      .setParameter("people", some)
                      .setParameter("day", day)
                      .getResultList())
          .forEach(file -> files.add(new CaseFileId(file)));
    }
    return files;
  }

  /** Of these families, those that somebody leads as key worker, today or later. */
  public Set<CaseFileId> led(StaffId who, Collection<CaseFileId> files, LocalDate day) {
    Set<CaseFileId> led = new HashSet<>();
    assignments(files, day).stream()
        .filter(row -> row.kind() == RelationKind.KEY_WORKER && row.staff().equals(who))
        .forEach(row -> led.add(row.file()));
    return led;
  }

  /** What colleagues do in the families, today or later. */
  public Map<StaffId, Set<RelationKind>> working(Collection<CaseFileId> files, LocalDate day) {
    Map<StaffId, Set<RelationKind>> working = new HashMap<>();
    assignments(files, day)
        .forEach(
            row ->
                working
                    .computeIfAbsent(row.staff(), first -> EnumSet.noneOf(RelationKind.class))
                    .add(row.kind()));
    return working;
  }

  private List<Assignment> assignments(Collection<CaseFileId> files, LocalDate day) {
    return Chunks.ask(
        Chunks.values(files),
        some ->
            em.createQuery(
                    "SELECT a FROM Assignment a WHERE a.file IN :files"
                        + " AND (a.until IS NULL OR a.until >= :day)",
                    Assignment.class)
                .setParameter("files", some)
                .setParameter("day", day)
                .getResultList());
  }

  /**
   * After a change of families: whoever has come to one behind a wall, and whatever sub-file a
   * walled child has got, is behind it as well.
   */
  void follow(Viewer viewer, Collection<CaseFileId> files) {
    if (!files.isEmpty()) {
      new WallQueries(em)
          .standing(Chunks.values(files), viewer.today())
          .forEach(wall -> follow(viewer, wall));
    }
  }

  private void follow(Viewer viewer, RaisedWall wall) {
    Set<Subject> now = at(wall.about(), viewer.today());
    Walls.Widened widened = walls.widen(viewer, wall.id(), now);
    if (!Collections.disjoint(widened.away(), leading(now, viewer.today()))) {
      widened
          .told()
          .forEach(
              one ->
                  inbox.tell(
                      one, messages.title("inbox.wall-in-own-family"), "/walls/" + wall.id()));
    }
  }

  /** Who leads a family in which one of these people is, so that it is closed to them in part. */
  private Set<StaffId> leading(Collection<Subject> subjects, LocalDate day) {
    List<UUID> people =
        subjects.stream()
            .filter(subject -> subject.kind() == Subject.Kind.PERSON)
            .map(Subject::id)
            .toList();
    Set<StaffId> leading = new HashSet<>();
    if (!people.isEmpty()) {
      working(families(people, day), day)
          .forEach(
              (staff, kinds) -> {
                if (!Collections.disjoint(kinds, RelationKind.leading())) {
                  leading.add(staff);
                }
              });
    }
    return leading;
  }
}
