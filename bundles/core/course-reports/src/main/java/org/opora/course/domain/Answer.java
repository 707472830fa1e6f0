package org.opora.course.domain;

/** What a carer said when made acquainted with a part of a report. */
public enum Answer {
  /** Something, which becomes part of the conclusions. */
  STATED,
  /** Nothing to be added. */
  NOTHING,
  /** The carer could not be made acquainted; the words say why. */
  NOT_REACHED
}
