package org.opora.registry.notes.application;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Messages;
import org.opora.api.time.StaffTime;
import org.opora.api.timeline.Timeline;
import org.opora.registry.care.application.Scans;
import org.opora.registry.care.persistence.VisitQueries;
import org.opora.registry.notes.domain.Concerned;
import org.opora.registry.notes.domain.Note;
import org.opora.registry.notes.domain.NotePerson;
import org.opora.registry.notes.domain.NoteText;
import org.opora.registry.notes.domain.NoteVersion;
import org.opora.registry.notes.domain.NoteVersionPerson;
import org.opora.registry.notes.persistence.NoteQueries;
import org.opora.registry.notes.persistence.Sight;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Chunks;
import org.opora.registry.tasks.application.TaskMoves;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A note that was written down in the wrong file moves into the right one, as a visit does: both
 * keep a trace, and nobody of the wrong family is named in the right file.
 */
@Component(service = NoteMoves.class)
public final class NoteMoves {
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final TaskMoves tasks;
  private final Scans scans;
  private final NoteSeals seals;
  private final NoteSeals formerSeals;
  private final NoteWriter writer;

  @Activate
  public NoteMoves(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Timeline timeline,
      @Reference StaffTime time,
      @Reference Messages messages,
      @Reference Keys keys,
      @Reference TaskMoves tasks,
      @Reference NotePapers papers) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.tasks = tasks;
    this.scans = papers.scans();
    this.seals = NoteSeals.now(keys);
    this.formerSeals = NoteSeals.former(keys);
    this.writer = new NoteWriter(timeline, time, messages, seals);
  }

  /**
   * Writes the note down in the file it belongs to, under the name of its writer and on the day it
   * was written; its words, former versions and tasks hang on the key of that file from now on.
   * Here the trace stays, who has signed it, and what was said of children who are not in the other
   * family, on the key of their own sub-files.
   *
   * @param there how it reads there, with people of that family
   * @param along scans that go along; the others stay with the trace, because a paper names the
   *     family for which it was printed
   * @throws org.opora.api.faults.NotFound also when the viewer may not write in either file
   * @throws org.opora.api.faults.Refused as for a new note; when it counts no more, or the file is
   *     its own; when anything of it is beyond the viewer's sight, because whoever moves it answers
   *     for what others get to read
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public UUID move(
      Viewer viewer,
      UUID note,
      long version,
      CaseFileId to,
      NewNote there,
      Set<UUID> along,
      String why) {
    CaseFileId from = tx.read(em -> Held.load(em, Note.class, note).file());
    access.require(viewer, Visits.WRITE, Subject.of(from));
    access.require(viewer, Visits.WRITE, Subject.of(to));
    if (from.equals(to)) {
      throw Refusals.refused(null, "refused.visit-same-file");
    }
    String reason = Refusals.line("why", why, NoteBook.LONGEST_REASON);
    if (along.isEmpty()) {
      return moved(viewer, note, version, from, to, there, along, reason);
    }
    return scans.oneAtATime(() -> moved(viewer, note, version, from, to, there, along, reason));
  }

  private UUID moved(
      Viewer viewer,
      UUID note,
      long version,
      CaseFileId from,
      CaseFileId to,
      NewNote there,
      Set<UUID> along,
      String reason) {
    Scope scope = access.scope(viewer, Visits.READ);
    return tx.required(
        em -> {
          Note old = NoteBook.counting(em, note, version);
          NoteQueries queries = new NoteQueries(em);
          List<Sight<NotePerson>> now = queries.people(note, scope);
          List<Sight<NoteVersionPerson>> former = queries.former(note, scope);
          String page = NoteWriter.page(old);
          if (!now.stream().allMatch(Sight::whole)
              || !former.stream().allMatch(Sight::whole)
              || !tasks.sees(viewer, page)) {
            throw Refusals.refused("people", "refused.visit-move-unseen");
          }
          Map<UUID, UUID> children = new NoteCheck(access, viewer, to, there).pass(em, List.of());
          UUID id = Ids.next();
          Note row =
              new Note(
                  id,
                  to,
                  writer.text(to, id, there),
                  old.recordedBy(),
                  old.recordedAt(),
                  old.openUntil());
          row.comesFrom(old, viewer.now());
          em.persist(row);
          em.flush();
          List<UUID> carers = new VisitQueries(em).carersOf(to);
          Set<UUID> family = new HashSet<>(children.keySet());
          family.addAll(carers);
          Map<UUID, UUID> moving = moving(children, there);
          Set<UUID> known = new HashSet<>(moving.keySet());
          known.addAll(carers);
          former(em, old, row, former, known, moving, reason);
          last(em, viewer, old, row, now, known, moving, reason);
          writer.people(em, id, there, children, Set.of());
          int promised =
              tasks.follow(
                  viewer,
                  page,
                  NoteWriter.page(row),
                  to,
                  family.stream().map(PersonId::new).collect(Collectors.toSet()));
          scans.follow(em, old, row, along);
          now.stream().map(Sight::row).filter(one -> !stays(one, moving)).forEach(em::remove);
          old.moveTo(id, viewer.today(), viewer.staff(), seals.gone(from, old.id(), reason));
          writer.tellsNothing(viewer, old, "timeline.note-moved", "note-moved");
          writer.tells(viewer, row);
          audit.wrote(
              viewer,
              "note.moved",
              List.of(Subject.of(from), Subject.of(to)),
              "note=" + note + ";to=" + id + ";tasks=" + promised);
          return id;
        });
  }

  /**
   * The children whom the note names there, with their sub-files: whoever lived in that family once
   * and is not named has no list in which the words would be found.
   */
  private static Map<UUID, UUID> moving(Map<UUID, UUID> children, NewNote there) {
    Map<UUID, UUID> moving = new HashMap<>(children);
    moving.keySet().retainAll(Chunks.values(there.people()));
    return moving;
  }

  /**
   * What is said of a child whom the note does not name in the other family stays with the trace.
   */
  private static boolean stays(Concerned one, Map<UUID, UUID> children) {
    return one.words() != null && !children.containsKey(one.person());
  }

  /** Former versions go along, and lose here what they say of anybody but such a child. */
  private void former(
      EntityManager em,
      Note old,
      Note row,
      List<Sight<NoteVersionPerson>> people,
      Set<UUID> family,
      Map<UUID, UUID> children,
      String why) {
    Map<UUID, List<NoteVersionPerson>> concerned =
        people.stream().map(Sight::row).collect(Collectors.groupingBy(NoteVersionPerson::of));
    for (NoteVersion one : new NoteQueries(em).versions(old.id())) {
      NoteSeals.Plain words = formerSeals.open(old.file(), one.id(), one.text().words());
      UUID id = Ids.next();
      em.persist(
          new NoteVersion(
              id,
              row.id(),
              one.text().with(formerSeals.seal(row.file(), id, words)),
              new NoteVersion.Read(one.wording(), one.wordedAt()),
              formerSeals.why(row.file(), id, formerSeals.why(old.file(), one.id(), one.why())),
              one.by(),
              one.at()));
      em.flush();
      List<NoteVersionPerson> here = concerned.getOrDefault(one.id(), List.of());
      here.forEach(person -> person(em, id, person, formerSeals.words(person), family, children));
      here.stream().filter(person -> !stays(person, children)).forEach(em::remove);
      em.flush();
      if (here.stream().anyMatch(person -> stays(person, children))) {
        one.leaves(formerSeals.why(old.file(), one.id(), why));
      } else {
        em.remove(one);
      }
    }
    em.flush();
  }

  /** How it read in the wrong file is a version of what it is now, with why it was moved. */
  private void last(
      EntityManager em,
      Viewer viewer,
      Note old,
      Note row,
      List<Sight<NotePerson>> people,
      Set<UUID> family,
      Map<UUID, UUID> children,
      String why) {
    UUID id = Ids.next();
    NoteText text =
        old.text()
            .with(
                formerSeals.seal(
                    row.file(), id, seals.open(old.file(), old.id(), old.text().words())));
    em.persist(
        new NoteVersion(
            id,
            row.id(),
            text,
            new NoteVersion.Read(old.wording(), old.wordedAt()),
            formerSeals.why(row.file(), id, why),
            viewer.staff(),
            viewer.now()));
    em.flush();
    people.forEach(one -> person(em, id, one.row(), seals.words(one.row()), family, children));
  }

  private void person(
      EntityManager em,
      UUID former,
      Concerned one,
      String words,
      Set<UUID> family,
      Map<UUID, UUID> children) {
    if (family.contains(one.person())) {
      UUID key = Ids.next();
      UUID childFile = children.get(one.person());
      em.persist(
          new NoteVersionPerson(
              key,
              former,
              one.person(),
              childFile,
              childFile == null ? null : formerSeals.words(childFile, key, words)));
    }
  }
}
