package org.opora.registry.kin.domain;

import org.opora.api.ids.PersonId;

/** Two people drawn side by side with a line between them. */
record Union(PersonId left, PersonId right, State state) {
  enum State {
    SPOUSES(false),
    PARTNERS(false),
    FORMER_SPOUSES(true),
    FORMER_PARTNERS(true),
    /** Nothing is known but that they are the parents or the carers of the same child. */
    IN_COMMON(false);

    private final boolean over;

    State(boolean over) {
      this.over = over;
    }

    boolean over() {
      return over;
    }
  }

  static Union of(Bond bond) {
    boolean spouses = bond.kind() == TieKind.SPOUSE;
    return new Union(
        bond.first(),
        bond.other(),
        bond.past()
            ? spouses ? State.FORMER_SPOUSES : State.FORMER_PARTNERS
            : spouses ? State.SPOUSES : State.PARTNERS);
  }

  boolean joins(PersonId one, PersonId two) {
    return left.equals(one) && right.equals(two) || left.equals(two) && right.equals(one);
  }

  PersonId partner(PersonId of) {
    return left.equals(of) ? right : left;
  }
}
