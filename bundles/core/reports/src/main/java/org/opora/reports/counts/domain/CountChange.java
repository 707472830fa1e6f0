package org.opora.reports.counts.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;

/** That something said of a request was a mistake, and why. */
@Entity
@Table(schema = "REPORTS", name = "COUNT_CHANGE")
public class CountChange {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID request;

  @Column(name = "ANSWERED_ON", updatable = false)
  private LocalDate answeredOn;

  @Column(updatable = false)
  private String why;

  @Column(name = "WRITTEN_BY", updatable = false)
  private UUID writtenBy;

  @Column(name = "WRITTEN_AT", updatable = false)
  private Instant writtenAt;

  protected CountChange() {}

  /**
   * @param answeredOn day of the answer that is taken back; null when it is the request itself
   */
  public CountChange(UUID request, LocalDate answeredOn, String why, StaffId by, Instant at) {
    this.id = Ids.next();
    this.request = request;
    this.answeredOn = answeredOn;
    this.why = why;
    this.writtenBy = by.value();
    this.writtenAt = at;
  }

  /** Null when it is about the request itself. */
  public LocalDate answeredOn() {
    return answeredOn;
  }

  public String why() {
    return why;
  }

  public StaffId writtenBy() {
    return new StaffId(writtenBy);
  }

  public Instant writtenAt() {
    return writtenAt;
  }
}
