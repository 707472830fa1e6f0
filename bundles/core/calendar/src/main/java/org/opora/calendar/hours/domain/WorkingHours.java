package org.opora.calendar.hours.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.UUID;

/** Some hours of a week. */
@Entity
@Table(schema = "CALENDAR", name = "WORKING_HOURS")
public class WorkingHours {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID week;

  /** Monday is 1. */
  @Column(updatable = false)
  private int weekday;

  @Column(updatable = false)
  private LocalTime starts;

  @Column(updatable = false)
  private LocalTime ends;

  protected WorkingHours() {}

  public WorkingHours(UUID id, UUID week, Shift shift) {
    this.id = id;
    this.week = week;
    this.weekday = shift.day().getValue();
    this.starts = shift.from();
    this.ends = shift.until();
  }

  public UUID week() {
    return week;
  }

  public Shift shift() {
    return new Shift(DayOfWeek.of(weekday), starts, ends);
  }
}
