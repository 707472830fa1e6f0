package org.opora.documents.store.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;

/** What the centre decided about its limits; the decision with the highest number holds. */
@Entity
@Table(schema = "DOCUMENTS", name = "LIMITS")
public class LimitsRow {
  @Id private UUID id;

  @Column(updatable = false)
  private int number;

  @Column(updatable = false)
  private int megabytes;

  @Column(name = "OF_A_FILE", updatable = false)
  private int ofAFile;

  @Column(updatable = false)
  private int versions;

  @Column(name = "DECIDED_BY", updatable = false)
  private UUID decidedBy;

  @Column(name = "DECIDED_AT", updatable = false)
  private Instant decidedAt;

  protected LimitsRow() {}

  public LimitsRow(int number, Limits limits, StaffId by, Instant at) {
    this.id = Ids.next();
    this.number = number;
    this.megabytes = limits.megabytes();
    this.ofAFile = limits.ofAFile();
    this.versions = limits.versions();
    this.decidedBy = by.value();
    this.decidedAt = at;
  }

  public int number() {
    return number;
  }

  public Limits limits() {
    return new Limits(megabytes, ofAFile, versions);
  }

  public StaffId decidedBy() {
    return new StaffId(decidedBy);
  }

  public Instant decidedAt() {
    return decidedAt;
  }
}
