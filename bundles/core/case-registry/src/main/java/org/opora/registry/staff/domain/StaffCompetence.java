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

/** What a member of staff may sign, from one day to another. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "STAFF_COMPETENCE")
public class StaffCompetence {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID staff;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Competence kind;

  @Column(name = "SINCE_DAY", updatable = false)
  private LocalDate since;

  @Column(name = "UNTIL_DAY")
  private LocalDate until;

  protected StaffCompetence() {}

  public StaffCompetence(UUID id, StaffId staff, Competence kind, LocalDate since) {
    this.id = id;
    this.staff = staff.value();
    this.kind = kind;
    this.since = since;
  }

  /**
   * @param lastDay null while it lasts
   */
  public void lasts(LocalDate lastDay) {
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

  public Competence kind() {
    return kind;
  }

  public LocalDate since() {
    return since;
  }

  public LocalDate until() {
    return until;
  }

  public boolean on(LocalDate day) {
    return !since.isAfter(day) && (until == null || !until.isBefore(day));
  }
}
