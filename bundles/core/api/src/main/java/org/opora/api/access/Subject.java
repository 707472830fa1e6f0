package org.opora.api.access;

import java.util.Objects;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;

/** Whom or what a decision, a key or an audit row is about. */
public record Subject(Kind kind, UUID id) {
  /** Kinds a relation or a wall can name; a drawer owns keys only. */
  public enum Kind {
    CASE_FILE,
    CHILD_FILE,
    PERSON,
    DRAWER
  }

  public Subject {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(id);
  }

  public static Subject of(CaseFileId file) {
    return new Subject(Kind.CASE_FILE, file.value());
  }

  public static Subject of(ChildFileId file) {
    return new Subject(Kind.CHILD_FILE, file.value());
  }

  public static Subject of(PersonId person) {
    return new Subject(Kind.PERSON, person.value());
  }
}
