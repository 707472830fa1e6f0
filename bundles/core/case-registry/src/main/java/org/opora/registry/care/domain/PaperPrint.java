package org.opora.registry.care.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** An entry was put on paper for a carer as it read then. */
@MappedSuperclass
public abstract class PaperPrint {
  @Id private UUID id;

  @Column(name = "ENTRY", updatable = false)
  private UUID written;

  @Column(updatable = false)
  private int wording;

  @Column(name = "PRINTED_BY", updatable = false)
  private UUID by;

  @Column(name = "PRINTED_AT", updatable = false)
  private Instant at;

  protected PaperPrint() {}

  protected PaperPrint(UUID id, PaperEntry read, StaffId by, Instant at) {
    this.id = id;
    this.written = read.id();
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
