package org.opora.registry.notes.domain;

/** How something was dealt with that was no visit. */
public enum NoteKind {
  PHONE,
  /** By e-mail or by letter. */
  LETTER,
  /** With an authority, a school, a doctor. */
  MEETING,
  /** The family came to the office. */
  OFFICE,
  /** Several bodies about one case. */
  CONFERENCE,
  OTHER
}
