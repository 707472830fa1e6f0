package org.opora.supervisedcontacts.evaluations.application;

/** Where words of evaluations lie sealed. */
final class EvaluationSeals {
  static final String WHY = "CONTACT_EVALUATION.WHY_S";
  static final String VIEW = "CONTACT_EVALUATION.VIEW_S";
  static final String STRUCK = "CONTACT_EVALUATION.STRUCK_S";

  private EvaluationSeals() {}
}
