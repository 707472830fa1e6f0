package org.opora.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Whether everybody here must have a second factor. One row. */
@Entity
@Table(schema = "ACCESS", name = "FACTOR_RULE")
public class FactorRule {
  public static final int KEY = 1;

  @Id private int id;

  @Column(name = "DEMANDED_SINCE")
  private Instant demandedSince;

  private Instant decided;

  protected FactorRule() {}

  /** Whether anybody has said so or so. */
  public boolean decided() {
    return decided != null;
  }

  public boolean demanded() {
    return demandedSince != null;
  }

  public void decide(boolean demanded, Instant now) {
    if (demanded != demanded()) {
      demandedSince = demanded ? now : null;
    }
    decided = now;
  }
}
