package org.opora.registry.complaints.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** How many days the centre gives itself for an answer to what comes from this day on. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "COMPLAINT_TERM")
public class ComplaintTerm {
  @Id
  @Column(name = "SINCE_DAY")
  private LocalDate since;

  @Version private long version;

  @Column(name = "TERM_DAYS")
  private int days;

  @Column(name = "SET_ON")
  private LocalDate setOn;

  @Column(name = "SET_BY")
  private UUID setBy;

  protected ComplaintTerm() {}

  public ComplaintTerm(LocalDate since) {
    this.since = since;
  }

  public void last(int termDays, LocalDate on, StaffId by) {
    days = termDays;
    setOn = on;
    setBy = by.value();
  }

  public LocalDate since() {
    return since;
  }

  public int days() {
    return days;
  }

  /** Null for what the product came with. */
  public LocalDate setOn() {
    return setOn;
  }

  /** Null for what the product came with. */
  public StaffId setBy() {
    return setBy == null ? null : new StaffId(setBy);
  }
}
