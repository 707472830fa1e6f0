package org.opora.registry.kin.domain;

/** What makes a relationship unlikely, though not impossible. */
public enum Doubt {
  YOUNGER("younger"),
  THIRD_PARENT("third-parent");

  private final String code;

  Doubt(String code) {
    this.code = code;
  }

  /** As it stands in the names of texts and rules. */
  public String code() {
    return code;
  }
}
