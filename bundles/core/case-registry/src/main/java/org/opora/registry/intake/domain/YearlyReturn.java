package org.opora.registry.intake.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** The return on a year has been filed with the register of mandated persons. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "YEARLY_RETURN")
public class YearlyReturn {
  @Id
  @Column(name = "YEAR_NO")
  private int year;

  @Column(name = "FILED_ON", updatable = false)
  private LocalDate filedOn;

  @Column(name = "FILED_BY", updatable = false)
  private UUID filedBy;

  protected YearlyReturn() {}

  public YearlyReturn(int year, LocalDate filedOn, StaffId filedBy) {
    this.year = year;
    this.filedOn = filedOn;
    this.filedBy = filedBy.value();
  }

  public int year() {
    return year;
  }

  public LocalDate filedOn() {
    return filedOn;
  }

  public StaffId filedBy() {
    return new StaffId(filedBy);
  }
}
