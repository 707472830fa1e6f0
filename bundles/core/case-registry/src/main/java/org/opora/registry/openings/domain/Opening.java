package org.opora.registry.openings.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/**
 * Files that were opened to one inspector at once, from a first to a last day, and for which
 * inspection. Which files, says {@link OpenedFile}. It is never edited: another one is opened
 * beside it.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "OPENING")
public class Opening {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID staff;

  @Column(updatable = false)
  private String inspection;

  @Column(updatable = false)
  private String reference;

  @Column(name = "SINCE_DAY", updatable = false)
  private LocalDate since;

  @Column(name = "UNTIL_DAY", updatable = false)
  private LocalDate until;

  @Column(name = "OPENED_BY", updatable = false)
  private UUID openedBy;

  @Column(name = "OPENED_ON", updatable = false)
  private LocalDate openedOn;

  @Column(name = "OPENED_AT", updatable = false)
  private Instant openedAt;

  protected Opening() {}

  /**
   * @param inspection which one, as the centre calls it
   * @param reference of whoever inspects; null without one
   */
  public Opening(UUID id, StaffId staff, String inspection, String reference) {
    this.id = id;
    this.staff = staff.value();
    this.inspection = inspection;
    this.reference = reference;
  }

  /**
   * @param last day, inclusive
   */
  public void runs(LocalDate first, LocalDate last) {
    since = first;
    until = last;
  }

  public void opened(StaffId by, LocalDate day, Instant moment) {
    openedBy = by.value();
    openedOn = day;
    // A database that keeps no finer moments says the same.
    openedAt = moment.truncatedTo(ChronoUnit.SECONDS);
  }

  public UUID id() {
    return id;
  }

  public StaffId staff() {
    return new StaffId(staff);
  }

  public String inspection() {
    return inspection;
  }

  /** Null without one. */
  public String reference() {
    return reference;
  }

  public LocalDate since() {
    return since;
  }

  public LocalDate until() {
    return until;
  }

  public StaffId openedBy() {
    return new StaffId(openedBy);
  }

  public Instant openedAt() {
    return openedAt;
  }
}
