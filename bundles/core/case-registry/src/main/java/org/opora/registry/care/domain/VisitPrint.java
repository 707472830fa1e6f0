package org.opora.registry.care.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** A visit was put on paper for a carer as it read then. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "VISIT_PRINT")
public class VisitPrint {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID visit;

  @Column(updatable = false)
  private int wording;

  @Column(name = "PRINTED_BY", updatable = false)
  private UUID by;

  @Column(name = "PRINTED_AT", updatable = false)
  private Instant at;

  protected VisitPrint() {}

  public VisitPrint(UUID id, Visit read, StaffId by, Instant at) {
    this.id = id;
    this.visit = read.id();
    this.wording = read.wording();
    this.by = by.value();
    this.at = at;
  }

  public UUID id() {
    return id;
  }

  public int wording() {
    return wording;
  }

  public StaffId by() {
    return new StaffId(by);
  }

  public Instant at() {
    return at;
  }
}
