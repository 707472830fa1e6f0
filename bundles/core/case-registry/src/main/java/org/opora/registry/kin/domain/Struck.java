package org.opora.registry.kin.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** That a row was written by mistake: it stays readable and counts no longer. */
@Embeddable
public class Struck {
  @Column(name = "STRUCK_ON")
  private LocalDate on;

  @Column(name = "STRUCK_BY")
  private UUID by;

  @Column(name = "STRUCK_REASON")
  private byte[] reason;

  protected Struck() {}

  public Struck(LocalDate on, StaffId by, byte[] sealedReason) {
    this.on = on;
    this.by = by.value();
    this.reason = sealedReason;
  }

  /** Null when it was not struck. */
  public LocalDate on() {
    return on;
  }

  public StaffId by() {
    return new StaffId(by);
  }

  public byte[] reason() {
    return reason;
  }
}
