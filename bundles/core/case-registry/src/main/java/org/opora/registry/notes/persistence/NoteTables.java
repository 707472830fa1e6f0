package org.opora.registry.notes.persistence;

import java.util.List;
import org.opora.registry.notes.domain.Note;
import org.opora.registry.notes.domain.NotePerson;
import org.opora.registry.notes.domain.NotePrint;
import org.opora.registry.notes.domain.NoteScan;
import org.opora.registry.notes.domain.NoteSignature;
import org.opora.registry.notes.domain.NoteText;
import org.opora.registry.notes.domain.NoteVersion;
import org.opora.registry.notes.domain.NoteVersionPerson;
import org.opora.registry.shared.persistence.Tables;

/** The tables of notes. */
public final class NoteTables {
  public static final Tables ROOM =
      new Tables(
          List.of(
              Note.class,
              NoteText.class,
              NotePerson.class,
              NoteVersion.class,
              NoteVersionPerson.class,
              NotePrint.class,
              NoteSignature.class,
              NoteScan.class),
          List.of("NOTE_PERSON.PERSON", "NOTE_VERSION_PERSON.PERSON", "NOTE_SIGNATURE.PERSON"),
          List.of("NOTE.FILE", "NOTE_PERSON.CHILD_FILE", "NOTE_VERSION_PERSON.CHILD_FILE"));

  private NoteTables() {}
}
