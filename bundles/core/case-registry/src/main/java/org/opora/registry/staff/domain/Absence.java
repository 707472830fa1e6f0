package org.opora.registry.staff.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** The time in which a member of staff is away, and who stands in. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "ABSENCE")
public class Absence {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID staff;

  @Enumerated(EnumType.STRING)
  private AbsenceKind kind;

  @Column(name = "SINCE_DAY")
  private LocalDate since;

  @Column(name = "UNTIL_DAY")
  private LocalDate until;

  private UUID deputy;

  @Column(name = "CONFIRMED_ON")
  private LocalDate confirmedOn;

  @Column(name = "WRITTEN_BY", updatable = false)
  private UUID writtenBy;

  protected Absence() {}

  public Absence(UUID id, StaffId staff, StaffId writtenBy) {
    this.id = id;
    this.staff = staff.value();
    this.writtenBy = writtenBy.value();
  }

  /**
   * @param standIn who stands in; null for nobody
   */
  public void is(AbsenceKind why, LocalDate firstDay, LocalDate lastDay, StaffId standIn) {
    kind = why;
    since = firstDay;
    until = lastDay;
    deputy = standIn == null ? null : standIn.value();
    confirmedOn = null;
  }

  /** The deputy has been given the families for this time. */
  public void confirm(LocalDate day) {
    confirmedOn = day;
  }

  /** Somebody came back earlier, or was away longer. */
  public void endsOn(LocalDate lastDay) {
    until = lastDay;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public StaffId staff() {
    return new StaffId(staff);
  }

  public AbsenceKind kind() {
    return kind;
  }

  public LocalDate since() {
    return since;
  }

  /** Last day away. */
  public LocalDate until() {
    return until;
  }

  /** Null when nobody stands in. */
  public StaffId deputy() {
    return deputy == null ? null : new StaffId(deputy);
  }

  /** Null until the families were given to the deputy. */
  public LocalDate confirmedOn() {
    return confirmedOn;
  }
}
