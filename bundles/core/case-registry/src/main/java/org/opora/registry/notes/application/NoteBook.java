package org.opora.registry.notes.application;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.faults.NotFound;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.paging.Page;
import org.opora.api.persistence.Keys;
import org.opora.api.persistence.Transactions;
import org.opora.api.staff.Staff;
import org.opora.api.text.Messages;
import org.opora.api.time.StaffTime;
import org.opora.api.timeline.Timeline;
import org.opora.registry.care.application.Prints;
import org.opora.registry.care.application.VisitLock;
import org.opora.registry.notes.domain.Concerned;
import org.opora.registry.notes.domain.Note;
import org.opora.registry.notes.domain.NoteKind;
import org.opora.registry.notes.domain.NotePerson;
import org.opora.registry.notes.domain.NoteText;
import org.opora.registry.notes.domain.NoteVersion;
import org.opora.registry.notes.domain.NoteVersionPerson;
import org.opora.registry.notes.persistence.ChildWords;
import org.opora.registry.notes.persistence.NoteQueries;
import org.opora.registry.notes.persistence.NoteRow;
import org.opora.registry.notes.persistence.Sight;
import org.opora.registry.shared.application.ChildDoor;
import org.opora.registry.shared.application.Held;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Cursors;
import org.opora.registry.tasks.application.TaskMoves;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Notes of a file. They stand in the chronology and in the time sheet beside visits, under the same
 * permissions and the same lock; they prove no contact in person, so they leave no evidence.
 */
@Component(service = NoteBook.class)
public final class NoteBook {
  private static final int LONGEST_PAGE = 100;
  static final int LONGEST_REASON = 1_000;
  private final Transactions tx;
  private final Access access;
  private final AuditTrail audit;
  private final Staff staff;
  private final VisitLock lock;
  private final TaskMoves tasks;
  private final NoteSeals seals;
  private final NoteSeals formerSeals;
  private final NoteWriter writer;

  @Activate
  public NoteBook(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Access access,
      @Reference AuditTrail audit,
      @Reference Timeline timeline,
      @Reference StaffTime time,
      @Reference Staff staff,
      @Reference Messages messages,
      @Reference Keys keys,
      @Reference VisitLock lock,
      @Reference TaskMoves tasks) {
    this.tx = tx;
    this.access = access;
    this.audit = audit;
    this.staff = staff;
    this.writer = new NoteWriter(timeline, time, messages, NoteSeals.now(keys));
    this.lock = lock;
    this.tasks = tasks;
    this.seals = NoteSeals.now(keys);
    this.formerSeals = NoteSeals.former(keys);
  }

  /**
   * A note in one line.
   *
   * @param counts false once it was withdrawn
   */
  public record Line(
      UUID id,
      NoteKind kind,
      LocalDate on,
      LocalTime start,
      Integer minutes,
      String by,
      boolean counts) {}

  /**
   * What a note says of a child.
   *
   * @param words null when it says nothing of the child alone
   */
  public record ChildLine(LocalDate on, NoteKind kind, String words, String by) {}

  /**
   * @throws org.opora.api.faults.Refused beside the field
   */
  public UUID record(Viewer viewer, CaseFileId file, NewNote note) {
    access.require(viewer, Visits.WRITE, Subject.of(file));
    return tx.required(
        em -> {
          Map<UUID, UUID> children = new NoteCheck(access, viewer, file, note).pass(em, List.of());
          UUID id = Ids.next();
          Note row =
              new Note(
                  id,
                  file,
                  writer.text(file, id, note),
                  viewer.staff(),
                  viewer.now(),
                  lock.promise(viewer));
          em.persist(row);
          em.flush();
          writer.people(em, id, note, children, Set.of());
          writer.tells(viewer, row);
          wrote(viewer, "note.recorded", row);
          return id;
        });
  }

  /**
   * Corrects a note, or amends one that is locked or was printed: then how it read before stays
   * beside it. Whom the viewer does not see stays as they are.
   *
   * @param why at most 1,000 characters; required when it is locked, not kept otherwise
   * @throws org.opora.api.faults.Refused beside the field; also when it was withdrawn
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void amend(Viewer viewer, UUID note, long version, NewNote now, String why) {
    CaseFileId file = writing(viewer, note);
    Scope scope = access.scope(viewer, Visits.WRITE);
    tx.run(
        em -> {
          Note row = counting(em, note, version);
          List<Sight<NotePerson>> before = new NoteQueries(em).people(note, scope);
          Map<UUID, UUID> children = new NoteCheck(access, viewer, file, now).pass(em, before);
          boolean locked = locked(viewer, row);
          if (locked) {
            keep(em, viewer, row, before, reason(why));
          } else if (Prints.onPaper(em, NotePapers.KIND, row)) {
            keep(em, viewer, row, before, null);
          }
          row.says(writer.text(file, note, now), viewer.now());
          Set<UUID> stay = new HashSet<>();
          for (Sight<NotePerson> one : before) {
            if (one.whole()) {
              em.remove(one.row());
            } else {
              stay.add(one.row().person());
            }
          }
          em.flush();
          writer.people(em, note, now, children, stay);
          writer.tells(viewer, row);
          wrote(viewer, locked ? "note.amended-locked" : "note.amended", row);
        });
  }

  /** What is locked is changed only with a reason; whoever opened the form earlier gives it now. */
  private static String reason(String why) {
    String reason = Refusals.optional("why", why, LONGEST_REASON);
    if (reason == null) {
      throw Refusals.refused("why", "refused.visit-locked");
    }
    return reason;
  }

  private void keep(
      EntityManager em, Viewer viewer, Note row, List<Sight<NotePerson>> people, String why) {
    UUID id = Ids.next();
    CaseFileId file = row.file();
    NoteSeals.Plain words = seals.open(file, row.id(), row.text().words());
    em.persist(
        new NoteVersion(
            id,
            row.id(),
            row.text().with(formerSeals.seal(file, id, words)),
            new NoteVersion.Read(row.wording(), row.wordedAt()),
            formerSeals.why(file, id, why),
            viewer.staff(),
            viewer.now()));
    em.flush();
    for (Sight<NotePerson> one : people) {
      UUID key = Ids.next();
      UUID childFile = one.row().childFile();
      em.persist(
          new NoteVersionPerson(
              key,
              id,
              one.row().person(),
              childFile,
              formerSeals.words(childFile, key, seals.words(one.row()))));
    }
  }

  /**
   * It counts no more; what it says stays readable with the reason.
   *
   * @throws org.opora.api.faults.Refused when it counts no more already, or the reason is missing
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void withdraw(Viewer viewer, UUID note, long version, String why) {
    CaseFileId file = writing(viewer, note);
    String reason = Refusals.line("why", why, LONGEST_REASON);
    tx.run(
        em -> {
          Note row = counting(em, note, version);
          row.withdraw(viewer.today(), viewer.staff(), seals.gone(file, row.id(), reason));
          writer.tellsNothing(viewer, row, "timeline.note-withdrawn", "note-withdrawn");
          wrote(viewer, "note.withdrawn", row);
        });
  }

  /**
   * Takes a withdrawal back: it counts again as it reads.
   *
   * @throws org.opora.api.faults.Refused when it is not withdrawn, or stands in another file
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  public void putBack(Viewer viewer, UUID note, long version) {
    writing(viewer, note);
    tx.run(
        em -> {
          Note row = Held.hold(em, Note.class, note);
          Refusals.fresh(row.version(), version);
          if (row.counts() || row.movedTo() != null) {
            throw Refusals.refused(null, "refused.visit-not-withdrawn");
          }
          row.putBack();
          writer.tells(viewer, row);
          wrote(viewer, "note.put-back", row);
        });
  }

  /**
   * @throws NotFound also when the viewer may not know of it
   */
  public NoteView view(Viewer viewer, UUID note) {
    Scope scope = access.scope(viewer, Visits.READ);
    return tx.read(
        em -> {
          Note row = Held.load(em, Note.class, note);
          access.require(viewer, Visits.READ, Subject.of(row.file()));
          NoteQueries queries = new NoteQueries(em);
          Note before = row.movedFrom() == null ? null : em.find(Note.class, row.movedFrom());
          Note after = row.movedTo() == null ? null : em.find(Note.class, row.movedTo());
          Map<StaffId, String> names =
              names(
                  Stream.of(row.recordedBy(), row.goneBy(), before == null ? null : before.goneBy())
                      .filter(Objects::nonNull));
          return new NoteView(
              row.id(),
              row.version(),
              row.file(),
              wording(
                  row.file(),
                  row.id(),
                  row.wording(),
                  row.text(),
                  seals,
                  queries.people(note, scope),
                  names.get(row.recordedBy()),
                  row.recordedAt()),
              row.openUntil(),
              locked(viewer, row),
              queries.amendments(note),
              row.goneOn(),
              row.goneBy() == null ? null : names.get(row.goneBy()),
              seals.gone(row.file(), row.id(), row.goneWhy()),
              new NoteView.Trace(
                  row.movedTo() != null,
                  place(viewer, after),
                  before == null ? null : before.goneOn(),
                  before == null ? null : names.get(before.goneBy()),
                  place(viewer, before)),
              tasks.open(NoteWriter.page(row)));
        });
  }

  private NoteView.Place place(Viewer viewer, Note row) {
    return row != null && access.decide(viewer, Visits.READ, Subject.of(row.file())).allowed()
        ? new NoteView.Place(row.file(), row.id())
        : null;
  }

  private Map<StaffId, String> names(Stream<StaffId> keys) {
    return staff.names(keys.collect(Collectors.toSet()));
  }

  private static <C extends Concerned> NoteWording wording(
      CaseFileId file,
      UUID id,
      int number,
      NoteText text,
      NoteSeals seals,
      List<Sight<C>> people,
      String by,
      Instant at) {
    NoteSeals.Plain words = seals.open(file, id, text.words());
    return new NoteWording(
        number,
        text.kind(),
        text.day(),
        text.start(),
        text.minutes(),
        text.way().minutes(),
        text.way().kilometres(),
        people.stream()
            .filter(one -> one.name() != null)
            .map(
                one ->
                    new NoteWording.About(
                        new PersonId(one.row().person()),
                        one.name(),
                        one.row().childFile() != null,
                        one.open(),
                        one.open() ? seals.words(one.row()) : null))
            .toList(),
        text.body(),
        words.outside(),
        words.spokeWith(),
        words.content(),
        by,
        at);
  }

  /**
   * Each amendment with what it read before and after, the newest first.
   *
   * @throws NotFound also when the viewer may not know of it
   */
  public List<NoteWording.Change> versions(Viewer viewer, UUID note) {
    Scope scope = access.scope(viewer, Visits.READ);
    return tx.read(
        em -> {
          Note row = Held.load(em, Note.class, note);
          access.require(viewer, Visits.READ, Subject.of(row.file()));
          NoteQueries queries = new NoteQueries(em);
          List<NoteVersion> versions = queries.versions(note);
          if (versions.isEmpty()) {
            return List.of();
          }
          Map<StaffId, String> names =
              names(
                  Stream.concat(
                      Stream.of(row.recordedBy()), versions.stream().map(NoteVersion::by)));
          Map<UUID, List<Sight<NoteVersionPerson>>> people =
              queries.former(note, scope).stream()
                  .collect(Collectors.groupingBy(one -> one.row().of()));
          List<NoteWording> wordings = new ArrayList<>();
          StaffId by = row.recordedBy();
          Instant at = row.recordedAt();
          for (NoteVersion one : versions) {
            wordings.add(
                wording(
                    row.file(),
                    one.id(),
                    one.wording(),
                    one.text(),
                    formerSeals,
                    people.getOrDefault(one.id(), List.of()),
                    names.get(by),
                    at));
            // Whoever amended this version wrote the next one.
            by = one.by();
            at = one.at();
          }
          wordings.add(
              wording(
                  row.file(),
                  row.id(),
                  row.wording(),
                  row.text(),
                  seals,
                  queries.people(note, scope),
                  names.get(by),
                  at));
          List<NoteWording.Change> changes = new ArrayList<>();
          for (int i = versions.size() - 1; i >= 0; i--) {
            NoteVersion version = versions.get(i);
            changes.add(
                wordings
                    .get(i)
                    .to(
                        wordings.get(i + 1),
                        formerSeals.why(row.file(), version.id(), version.why())));
          }
          return List.copyOf(changes);
        });
  }

  /**
   * Notes of a file, the newest first; those withdrawn stand among them.
   *
   * @param after cursor of the page before, or null
   * @param limit at most 100
   */
  public Page<Line> of(Viewer viewer, CaseFileId file, String after, int limit) {
    access.require(viewer, Visits.READ, Subject.of(file));
    return tx.read(
        em -> {
          Page<NoteRow> rows =
              new NoteQueries(em).page(file, after, Cursors.within(limit, LONGEST_PAGE));
          Map<StaffId, String> names =
              names(rows.items().stream().map(row -> new StaffId(row.by())));
          return rows.map(
              row ->
                  new Line(
                      row.id(),
                      row.kind(),
                      row.day(),
                      row.start(),
                      row.minutes(),
                      names.get(new StaffId(row.by())),
                      row.goneOn() == null));
        });
  }

  /**
   * What notes of every family in which the child lived say of it alone, the newest first.
   *
   * @param after cursor of the page before, or null
   * @param limit at most 100
   */
  public Page<ChildLine> ofChild(Viewer viewer, ChildFileId child, String after, int limit) {
    access.require(viewer, Visits.READ, Subject.of(child));
    return tx.read(
        em -> {
          new ChildDoor(em, access).require(viewer, Visits.READ, child);
          Page<ChildWords> rows =
              new NoteQueries(em).ofChild(child, after, Cursors.within(limit, LONGEST_PAGE));
          Map<StaffId, String> names =
              names(rows.items().stream().map(row -> new StaffId(row.by())));
          return rows.map(
              row ->
                  new ChildLine(
                      row.day(),
                      row.kind(),
                      seals.words(row.childFile(), row.id(), row.words()),
                      names.get(new StaffId(row.by()))));
        });
  }

  private static boolean locked(Viewer viewer, Note row) {
    return row.signed() || VisitLock.passed(viewer, row.openUntil());
  }

  static Note counting(EntityManager em, UUID note, long version) {
    Note row = Held.hold(em, Note.class, note);
    Refusals.fresh(row.version(), version);
    if (!row.counts()) {
      throw Refusals.refused(null, "refused.visit-gone");
    }
    return row;
  }

  private CaseFileId writing(Viewer viewer, UUID note) {
    CaseFileId file = tx.read(em -> Held.load(em, Note.class, note).file());
    access.require(viewer, Visits.WRITE, Subject.of(file));
    return file;
  }

  private void wrote(Viewer viewer, String action, Note row) {
    audit.wrote(viewer, action, List.of(Subject.of(row.file())), "note=" + row.id());
  }
}
