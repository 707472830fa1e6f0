package org.opora.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Somebody asks that the factor of somebody who lost it be taken away. */
@Entity
@Table(schema = "ACCESS", name = "FACTOR_RESET")
public class FactorReset {
  private static final Duration WAITS = Duration.ofHours(24);

  @Id private UUID staff;

  @Column(name = "ASKED_BY")
  private UUID askedBy;

  @Column(name = "ASKED_AT")
  private Instant askedAt;

  protected FactorReset() {}

  public FactorReset(UUID staff, UUID askedBy, Instant askedAt) {
    this.staff = staff;
    this.askedBy = askedBy;
    this.askedAt = askedAt;
  }

  public UUID staff() {
    return staff;
  }

  public UUID askedBy() {
    return askedBy;
  }

  public boolean open(Instant now) {
    return now.isBefore(askedAt.plus(WAITS));
  }
}
