package org.opora.access.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Subject;

/** Subjects as a column: for each a letter and 32 hexadecimal digits, without anything between. */
final class SubjectText {
  private static final int WIDTH = 33;

  private SubjectText() {}

  static String write(List<Subject> subjects) {
    StringBuilder text = new StringBuilder(subjects.size() * WIDTH);
    for (Subject subject : subjects) {
      text.append(letter(subject.kind())).append(subject.id().toString().replace("-", ""));
    }
    return text.toString();
  }

  /**
   * @throws IllegalArgumentException when the text is not what {@link #write} writes
   */
  static List<Subject> read(String text) {
    if (text.length() % WIDTH != 0) {
      throw new IllegalArgumentException("subjects of wrong length");
    }
    List<Subject> subjects = new ArrayList<>(text.length() / WIDTH);
    for (int at = 0; at < text.length(); at += WIDTH) {
      UUID id =
          new UUID(
              Long.parseUnsignedLong(text, at + 1, at + 17, 16),
              Long.parseUnsignedLong(text, at + 17, at + WIDTH, 16));
      subjects.add(new Subject(kind(text.charAt(at)), id));
    }
    if (!write(subjects).equals(text)) {
      throw new IllegalArgumentException("subjects not in canonical form");
    }
    return subjects;
  }

  static char letter(Subject.Kind kind) {
    return switch (kind) {
      case CASE_FILE -> 'C';
      case CHILD_FILE -> 'S';
      case PERSON -> 'P';
      case DRAWER -> 'D';
    };
  }

  private static Subject.Kind kind(char letter) {
    for (Subject.Kind kind : Subject.Kind.values()) {
      if (letter(kind) == letter) {
        return kind;
      }
    }
    throw new IllegalArgumentException("unknown kind of subject");
  }
}
