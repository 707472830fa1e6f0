package org.opora.supervisedcontacts.preparation.application;

/** Where words of preparations lie sealed. */
final class PreparationSeals {
  static final String NAME = "PREPARATION.NAME_S";
  static final String WANTS = "PREPARATION.WANTS_S";
  static final String FEARS = "PREPARATION.FEARS_S";
  static final String EXPECTS = "PREPARATION.EXPECTS_S";

  private PreparationSeals() {}
}
