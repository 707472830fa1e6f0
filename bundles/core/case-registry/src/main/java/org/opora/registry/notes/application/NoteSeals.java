package org.opora.registry.notes.application;

import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.persistence.Keys;
import org.opora.registry.notes.domain.Concerned;
import org.opora.registry.notes.domain.NoteText;

/**
 * The words of a note, and of how it read before, hang on the key of the file; what is said of a
 * child alone hangs on the key of the child's own sub-file.
 *
 * @param table where the row stands
 */
record NoteSeals(Keys keys, String table) {
  static NoteSeals now(Keys keys) {
    return new NoteSeals(keys, "NOTE");
  }

  static NoteSeals former(Keys keys) {
    return new NoteSeals(keys, "NOTE_VERSION");
  }

  /** Opened words; each null when there are none. */
  record Plain(String outside, String spokeWith, String content) {}

  NoteText.Words seal(CaseFileId file, UUID row, Plain plain) {
    return new NoteText.Words(
        seal(file, row, ".OUTSIDE", plain.outside()),
        seal(file, row, ".SPOKE_WITH", plain.spokeWith()),
        seal(file, row, ".CONTENT", plain.content()));
  }

  Plain open(CaseFileId file, UUID row, NoteText.Words words) {
    return new Plain(
        open(file, row, ".OUTSIDE", words.outside()),
        open(file, row, ".SPOKE_WITH", words.spokeWith()),
        open(file, row, ".CONTENT", words.content()));
  }

  byte[] gone(CaseFileId file, UUID row, String why) {
    return seal(file, row, ".GONE_WHY", why);
  }

  String gone(CaseFileId file, UUID row, byte[] why) {
    return open(file, row, ".GONE_WHY", why);
  }

  byte[] why(CaseFileId file, UUID row, String why) {
    return seal(file, row, ".WHY", why);
  }

  String why(CaseFileId file, UUID row, byte[] why) {
    return open(file, row, ".WHY", why);
  }

  private byte[] seal(CaseFileId file, UUID row, String column, String plain) {
    return plain == null ? null : keys.seal(Subject.of(file), table + column, row, plain);
  }

  private String open(CaseFileId file, UUID row, String column, byte[] sealed) {
    return sealed == null ? null : keys.open(Subject.of(file), table + column, row, sealed);
  }

  byte[] words(UUID childFile, UUID row, String plain) {
    return plain == null ? null : keys.seal(owner(childFile), place(), row, plain);
  }

  String words(Concerned row) {
    return words(row.childFile(), row.id(), row.words());
  }

  String words(UUID childFile, UUID row, byte[] sealed) {
    return sealed == null ? null : keys.open(owner(childFile), place(), row, sealed);
  }

  private String place() {
    return table + "_PERSON.WORDS";
  }

  private static Subject owner(UUID childFile) {
    return Subject.of(new ChildFileId(childFile));
  }
}
