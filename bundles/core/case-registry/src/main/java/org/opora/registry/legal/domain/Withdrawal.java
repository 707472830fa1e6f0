package org.opora.registry.legal.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** That a row was written down by mistake. It stays readable and counts no longer. */
@Embeddable
public class Withdrawal {
  @Column(name = "WITHDRAWN_ON")
  private LocalDate on;

  @Column(name = "WITHDRAWN_BY")
  private UUID by;

  private byte[] reason;

  protected Withdrawal() {}

  public Withdrawal(LocalDate on, StaffId by, byte[] sealedReason) {
    this.on = on;
    this.by = by.value();
    this.reason = sealedReason;
  }

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
