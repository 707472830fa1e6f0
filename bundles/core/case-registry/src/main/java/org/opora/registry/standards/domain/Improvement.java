package org.opora.registry.standards.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** A measure that follows from an assessment. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "IMPROVEMENT")
public class Improvement {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID round;

  @Column(updatable = false)
  private UUID criterion;

  private String what;
  private UUID doer;
  private LocalDate due;
  private UUID ask;

  @Column(name = "STILL_OPEN")
  private boolean open = true;

  @Column(name = "DONE_ON")
  private LocalDate doneOn;

  @Column(name = "DONE_BY")
  private UUID doneBy;

  private String result;

  protected Improvement() {}

  /**
   * @param criterion key of the assessed criterion; null for a measure about the whole
   */
  public Improvement(UUID id, UUID round, UUID criterion) {
    this.id = id;
    this.round = round;
    this.criterion = criterion;
  }

  public void says(String measure, StaffId who, LocalDate lastDay) {
    what = measure;
    doer = who.value();
    due = lastDay;
  }

  /**
   * @param key under which its task was pushed; null when there is none
   */
  public void asksUnder(UUID key) {
    ask = key;
  }

  public void done(LocalDate on, StaffId by, String words) {
    open = false;
    doneOn = on;
    doneBy = by.value();
    result = words;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public UUID round() {
    return round;
  }

  public UUID criterion() {
    return criterion;
  }

  public String what() {
    return what;
  }

  public StaffId doer() {
    return new StaffId(doer);
  }

  public LocalDate due() {
    return due;
  }

  public UUID ask() {
    return ask;
  }

  public boolean open() {
    return open;
  }

  public LocalDate doneOn() {
    return doneOn;
  }

  /** Null while it is open. */
  public StaffId doneBy() {
    return doneBy == null ? null : new StaffId(doneBy);
  }

  public String result() {
    return result;
  }
}
