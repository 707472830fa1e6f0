package org.opora.calendar.hours.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/**
 * The hours of a member of staff from a day on. Never changed: what is decided otherwise is a new
 * one, so the past stays as it was.
 */
@Entity
@Table(schema = "CALENDAR", name = "WORKING_WEEK")
public class WorkingWeek {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID staff;

  @Column(name = "FROM_DAY", updatable = false)
  private LocalDate since;

  @Column(updatable = false)
  private int turn;

  @Column(name = "ENTERED_BY", updatable = false)
  private UUID enteredBy;

  @Column(name = "ENTERED_ON", updatable = false)
  private LocalDate enteredOn;

  protected WorkingWeek() {}

  /**
   * @param turn place among the weeks of this member of staff; of two for the same day the later
   *     one holds
   */
  public WorkingWeek(UUID id, StaffId staff, LocalDate since, int turn, StaffId by, LocalDate on) {
    this.id = id;
    this.staff = staff.value();
    this.since = since;
    this.turn = turn;
    this.enteredBy = by.value();
    this.enteredOn = on;
  }

  public UUID id() {
    return id;
  }

  public StaffId staff() {
    return new StaffId(staff);
  }

  public LocalDate from() {
    return since;
  }

  public int turn() {
    return turn;
  }

  public StaffId enteredBy() {
    return new StaffId(enteredBy);
  }

  public LocalDate enteredOn() {
    return enteredOn;
  }
}
