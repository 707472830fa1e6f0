package org.opora.registry.intake.web;

import java.util.List;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;

/** What a page of first contact shows, for the trail: nobody is a person of the register yet. */
final class Entries {
  private Entries() {}

  /**
   * The entry itself, and the file that has come of it.
   *
   * @param file null while there is none
   */
  static List<Subject> shown(UUID entry, CaseFileId file) {
    Subject self = new Subject(Subject.Kind.DRAWER, entry);
    return file == null ? List.of(self) : List.of(self, Subject.of(file));
  }
}
