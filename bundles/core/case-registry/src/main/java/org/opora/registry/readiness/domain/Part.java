package org.opora.registry.readiness.domain;

/**
 * What the standards of quality ask a file to have, as far as it can be looked up. What the law
 * asks for by a day is counted by the duties; here it only matters whether it is in the file.
 */
public enum Part {
  KEY_WORKER("9", "/people"),
  DEPUTY("9", "/people"),
  AGREEMENT("10a", "/agreement"),
  CONSENT("10a", "/agreement"),
  AIM("10b", "/tab/aims"),
  EVALUATION("10b", "/tab/aims"),
  PLAN_OF_STAY("10c", "/tab/plans"),
  EDUCATION_PLAN("10d", "/tab/plans"),
  CHILD_VIEW("2a", "/timeline"),
  VISIT("13a", "/timeline"),
  REPORT("13a", "/tab/duties"),
  EDUCATION("13a", "/tab/ledgers"),
  RESPITE("13a", "/tab/ledgers"),
  DELIVERY("11", "/tab/duties"),
  DECISION("12", "/tab/legal"),
  AUTHORITY_PLAN("13a", "/tab/documents"),
  CONSENT_COPIES("13a", "/tab/documents"),
  CONSENT_SHARING("13a", "/tab/documents"),
  CONSENT_PICTURES("13a", "/tab/documents"),
  CONSENT_OTHER("13a", "/tab/documents"),
  DOCUMENT("13a", "/tab/documents"),
  LOOK("13a", "/tab/inspections"),
  LOAN("13a", "/tab/inspections"),
  INCIDENT("15", "/tab/incidents");

  private final String standard;
  private final String page;

  Part(String standard, String page) {
    this.standard = standard;
    this.page = page;
  }

  /** Number of the standard that asks for it. */
  public String standard() {
    return standard;
  }

  /** Page of the file on which it stands, below that of the file. */
  public String page() {
    return page;
  }
}
