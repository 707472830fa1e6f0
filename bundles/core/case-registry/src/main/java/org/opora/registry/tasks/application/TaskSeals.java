package org.opora.registry.tasks.application;

import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.StaffId;
import org.opora.api.persistence.Keys;
import org.opora.registry.tasks.domain.About;

/**
 * The words of a task hang on the key of whom it is about. A task about nobody may still name
 * somebody, whatever the form asks for: so its words are sealed as well, in the drawer of its
 * author.
 */
final class TaskSeals {
  private static final String WHAT = "TASK.WHAT";
  private static final String NOTE = "TASK.NOTE";
  private final Keys keys;

  TaskSeals(Keys keys) {
    this.keys = keys;
  }

  byte[] what(About about, StaffId author, UUID task, String plain) {
    return keys.seal(owner(about, author), WHAT, task, plain);
  }

  byte[] note(About about, StaffId author, UUID task, String plain) {
    return keys.seal(owner(about, author), NOTE, task, plain);
  }

  String openWhat(About about, StaffId author, UUID task, byte[] sealed) {
    return sealed == null ? null : keys.open(owner(about, author), WHAT, task, sealed);
  }

  String openNote(About about, StaffId author, UUID task, byte[] sealed) {
    return sealed == null ? null : keys.open(owner(about, author), NOTE, task, sealed);
  }

  private static Subject owner(About about, StaffId author) {
    return about.nobody() ? new Subject(Subject.Kind.DRAWER, author.value()) : about.subject();
  }
}
