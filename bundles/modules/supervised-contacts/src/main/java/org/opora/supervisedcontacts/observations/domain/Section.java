package org.opora.supervisedcontacts.observations.domain;

/**
 * The parts of a report, in their order. What was seen and heard is kept apart from what the
 * facilitator thinks of it.
 */
public enum Section {
  BEFORE(true, true),
  DURING(true, true),
  AFTER(true, true),
  /** How the child and whom it met were with each other. */
  INTERACTION(true, false),
  /** When the facilitator stepped in, and why it was stopped. */
  INTERVENTIONS(true, false),
  GIFTS(true, false),
  /** What had been agreed and was not kept. */
  BROKEN(true, false),
  /** What the child said, as it said it. */
  CHILD_WORDS(true, false),
  ASSESSMENT(false, false),
  RECOMMENDATION(false, false);

  private final boolean fact;
  private final boolean required;

  Section(boolean fact, boolean required) {
    this.fact = fact;
    this.required = required;
  }

  /** Whether it says what was, and not what the facilitator thinks of it. */
  public boolean fact() {
    return fact;
  }

  /** Whether there is no report without it. */
  public boolean required() {
    return required;
  }
}
