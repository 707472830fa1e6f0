package org.opora.supervisedcontacts.meeting.domain;

/** What a note of a meeting is about: the part of the report in which it stands. */
public enum StepKind {
  /** What was seen and heard. */
  NOTE,
  /** What the child said, as it said it. */
  CHILD_WORDS,
  /** The facilitator stepped in. */
  INTERVENTION,
  /** Something was given. */
  GIFT,
  /** Something was not kept that had been agreed. */
  BROKEN,
  /** The facilitator ended the meeting before its time. */
  STOP;

  /** Whether it says nothing without words. */
  public boolean needsWords() {
    return this == NOTE || this == CHILD_WORDS || this == STOP;
  }

  /** Whether it is written down with a tap of its own; a stop is not. */
  public boolean quick() {
    return this != STOP;
  }
}
