package org.opora.registry.notes.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.opora.api.access.DataClass;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.care.Visits;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Messages;
import org.opora.api.time.Spent;
import org.opora.api.time.StaffTime;
import org.opora.api.timeline.Timeline;
import org.opora.registry.notes.domain.Note;
import org.opora.registry.notes.domain.NotePerson;
import org.opora.registry.notes.domain.NoteText;
import org.opora.registry.shared.application.Refusals;

/** What a note says, whom it concerns, what it cost, and what the chronology says of it. */
record NoteWriter(Timeline timeline, StaffTime time, Messages messages, NoteSeals seals) {
  /** What the time of a note is spent on. */
  static final String ACTIVITY = "note";

  NoteText text(CaseFileId file, UUID id, NewNote note) {
    return new NoteText(
        note.kind(),
        note.on(),
        note.start(),
        note.minutes(),
        new NoteText.Way(note.travelMinutes(), note.kilometres()),
        note.body(),
        seals.seal(
            file,
            id,
            new NoteSeals.Plain(
                Refusals.optional(null, note.outside(), Integer.MAX_VALUE),
                Refusals.optional(null, note.spokeWith(), Integer.MAX_VALUE),
                Refusals.optional(null, note.content(), Integer.MAX_VALUE))));
  }

  /**
   * @param children the sub-file of each child of the file
   * @param stay who stands there already and stays
   */
  void people(EntityManager em, UUID id, NewNote note, Map<UUID, UUID> children, Set<UUID> stay) {
    note.people().stream()
        .map(PersonId::value)
        .filter(person -> !stay.contains(person))
        .sorted()
        .forEach(
            person -> {
              UUID row = Ids.next();
              UUID childFile = children.get(person);
              String words =
                  Refusals.optional(
                      null, note.words().get(new PersonId(person)), Integer.MAX_VALUE);
              em.persist(
                  new NotePerson(row, id, person, childFile, seals.words(childFile, row, words)));
            });
  }

  /** It stands in the chronology, and on the sheet of its writer, as it reads. */
  void tells(Viewer viewer, Note row) {
    String title = "timeline.note." + row.text().kind();
    time.put(Refusals.BUNDLE, row.id(), List.of(spent(row, title)));
    tells(viewer, row, title, "note");
  }

  private Spent spent(Note row, String title) {
    NoteText text = row.text();
    return Spent.of(row.recordedBy(), text.day(), ACTIVITY, messages.title(title))
        .lasting(text.minutes())
        .travelling(text.way().minutes(), text.way().kilometres())
        .in(row.file())
        .written(page(row));
  }

  /** It counts no more: it cost nobody any time. */
  void tellsNothing(Viewer viewer, Note row, String title, String kind) {
    time.withdraw(Refusals.BUNDLE, row.id());
    tells(viewer, row, title, kind);
  }

  private void tells(Viewer viewer, Note row, String title, String kind) {
    timeline.put(
        viewer,
        new Timeline.NewEntry(
            Refusals.BUNDLE,
            kind,
            row.id(),
            Subject.of(row.file()),
            row.text().day(),
            Visits.READ,
            DataClass.CONTACT_FACTS,
            messages.title(title),
            page(row)));
  }

  static String page(Note row) {
    return "/files/" + row.file() + "/notes/" + row.id();
  }
}
