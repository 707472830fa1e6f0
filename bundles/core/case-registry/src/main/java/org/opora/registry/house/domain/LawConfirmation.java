package org.opora.registry.house.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** Somebody who knows the law has confirmed a figure. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "LAW_CONFIRMATION")
public class LawConfirmation {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private String figure;

  @Column(name = "FROM_DAY", updatable = false)
  private LocalDate since;

  @Column(updatable = false)
  private String wording;

  @Column(name = "CONFIRMED_BY", updatable = false)
  private String confirmedBy;

  @Column(name = "CONFIRMED_ON", updatable = false)
  private LocalDate confirmedOn;

  @Column(updatable = false)
  private String note;

  @Column(name = "ENTERED_BY", updatable = false)
  private UUID enteredBy;

  @Column(name = "ENTERED_ON", updatable = false)
  private LocalDate enteredOn;

  @Column(name = "WITHDRAWN_ON")
  private LocalDate withdrawnOn;

  @Column(name = "WITHDRAWN_BY")
  private UUID withdrawnBy;

  protected LawConfirmation() {}

  /**
   * @param figure id of the figure
   * @param from first day of the figure's validity
   * @param wording what was confirmed
   * @param confirmedBy name of the lawyer or the office
   * @param note null when there is none
   */
  public LawConfirmation(
      UUID id,
      String figure,
      LocalDate from,
      String wording,
      String confirmedBy,
      LocalDate confirmedOn,
      String note,
      StaffId by,
      LocalDate on) {
    this.id = id;
    this.figure = figure;
    this.since = from;
    this.wording = wording;
    this.confirmedBy = confirmedBy;
    this.confirmedOn = confirmedOn;
    this.note = note;
    this.enteredBy = by.value();
    this.enteredOn = on;
  }

  public void withdraw(LocalDate day, StaffId by) {
    withdrawnOn = day;
    withdrawnBy = by.value();
  }

  public StaffId enteredBy() {
    return new StaffId(enteredBy);
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public String figure() {
    return figure;
  }

  public LocalDate from() {
    return since;
  }

  public String wording() {
    return wording;
  }

  public String confirmedBy() {
    return confirmedBy;
  }

  public LocalDate confirmedOn() {
    return confirmedOn;
  }

  public String note() {
    return note;
  }

  public LocalDate enteredOn() {
    return enteredOn;
  }

  public LocalDate withdrawnOn() {
    return withdrawnOn;
  }

  public UUID withdrawnBy() {
    return withdrawnBy;
  }
}
