package org.opora.supervisedcontacts.agreements.application;

/** Where words of agreements lie sealed. */
final class AgreementSeals {
  static final String RULE = "AGREEMENT_RULE.WORDS_S";
  static final String VIEW = "AGREEMENT_WORDING.VIEW_S";
  static final String NAME = "AGREEMENT_SIGNATURE.NAME_S";
  static final String REASON = "AGREEMENT_SIGNATURE.REASON_S";
  static final String SCAN = "AGREEMENT_SCAN.CONTENT_S";

  private AgreementSeals() {}
}
