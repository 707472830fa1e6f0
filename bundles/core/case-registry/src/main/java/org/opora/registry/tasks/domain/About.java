package org.opora.registry.tasks.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;

/**
 * Whom a task is about.
 *
 * @param subject whose relations open it; null for a task about nobody
 * @param file the case file it is kept under, or null
 * @param person the person, or the child of the sub-file; null when it is about no single person
 */
public record About(Subject subject, CaseFileId file, PersonId person) {
  public static final About NOBODY = new About(null, null, null);

  public static About file(CaseFileId file) {
    return new About(Subject.of(file), file, null);
  }

  /**
   * @param file the case file in which the person is met, or null
   */
  public static About person(PersonId person, CaseFileId file) {
    return new About(Subject.of(person), file, person);
  }

  public boolean nobody() {
    return subject == null;
  }

  /** Everything it names: the subject first, and what a wall closes it at as well. */
  public List<Subject> subjects() {
    List<Subject> all = new ArrayList<>();
    if (subject != null) {
      all.add(subject);
    }
    all.addAll(around());
    return List.copyOf(all);
  }

  /** At which a wall closes the task as well as at the subject itself. */
  public List<Subject> around() {
    List<Subject> around = new ArrayList<>();
    if (file != null) {
      around.add(Subject.of(file));
    }
    if (person != null) {
      around.add(Subject.of(person));
    }
    around.remove(subject);
    return List.copyOf(around);
  }

  UUID subjectKey() {
    return subject == null ? null : subject.id();
  }

  Subject.Kind subjectKind() {
    return subject == null ? null : subject.kind();
  }

  UUID fileKey() {
    return file == null ? null : file.value();
  }

  UUID personKey() {
    return person == null ? null : person.value();
  }
}
