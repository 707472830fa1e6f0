package org.opora.supervisedcontacts.risks.application;

/** Where words of assessments lie sealed. */
final class RiskSeals {
  static final String OUTCOME = "RISK_ASSESSMENT.OUTCOME_S";
  static final String DECIDED = "RISK_ASSESSMENT.DECIDED_S";
  static final String WORDS = "RISK_AREA.WORDS_S";
  static final String MEASURE = "RISK_AREA.MEASURE_S";

  private RiskSeals() {}
}
