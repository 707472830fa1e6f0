package org.opora.registry.openings.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;

/**
 * One of the files of an opening. It is over when its last day is, whether or not anybody closes
 * it, and before that when somebody does.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "OPENED_FILE")
public class OpenedFile {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID opening;

  @Column(updatable = false)
  private UUID file;

  @Column(updatable = false)
  private UUID staff;

  @Column(name = "SINCE_DAY", updatable = false)
  private LocalDate since;

  @Column(name = "UNTIL_DAY", updatable = false)
  private LocalDate until;

  @Column(updatable = false)
  private Instant expires;

  @Column(name = "CLOSED_AT")
  private Instant closedAt;

  @Column(name = "CLOSED_BY")
  private UUID closedBy;

  protected OpenedFile() {}

  /**
   * @param zone in which the last day ends
   */
  public OpenedFile(UUID id, Opening opening, CaseFileId file, ZoneId zone) {
    this.id = id;
    this.opening = opening.id();
    this.file = file.value();
    staff = opening.staff().value();
    since = opening.since();
    until = opening.until();
    expires = until.plusDays(1).atStartOfDay(zone).toInstant();
  }

  public void closes(Instant moment, StaffId by) {
    closedAt = moment.truncatedTo(ChronoUnit.SECONDS);
    closedBy = by.value();
  }

  /** Whether somebody reads by it, or will. */
  public boolean stands(LocalDate today) {
    return closedAt == null && !until.isBefore(today);
  }

  public State state(LocalDate today) {
    if (closedAt != null) {
      return State.CLOSED;
    }
    if (until.isBefore(today)) {
      return State.OVER;
    }
    return since.isAfter(today) ? State.COMING : State.OPEN;
  }

  public UUID id() {
    return id;
  }

  public UUID opening() {
    return opening;
  }

  public CaseFileId file() {
    return new CaseFileId(file);
  }

  public StaffId staff() {
    return new StaffId(staff);
  }

  public LocalDate since() {
    return since;
  }

  /** The last day, inclusive. */
  public LocalDate until() {
    return until;
  }

  /** The moment after its last day. */
  public Instant expires() {
    return expires;
  }

  /** Null when nobody closed it before its time. */
  public Instant closedAt() {
    return closedAt;
  }

  /** Null when nobody closed it before its time. */
  public StaffId closedBy() {
    return closedBy == null ? null : new StaffId(closedBy);
  }
}
