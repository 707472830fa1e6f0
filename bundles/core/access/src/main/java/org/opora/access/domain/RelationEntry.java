package org.opora.access.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What a member of staff is to a subject, since when, until when, and who says so. */
@Entity
@Table(schema = "ACCESS", name = "RELATION")
public class RelationEntry {
  @Id private UUID id;
  private UUID staff;

  @Column(name = "SUBJECT_KIND")
  private String subjectKind;

  private UUID subject;
  private String kind;
  private LocalDate since;

  @Column(name = "UNTIL_DAY")
  private LocalDate until;

  /** Moment in milliseconds from which it is over; null for all that lasts. */
  private Long expires;

  private String origin;

  protected RelationEntry() {}

  public RelationEntry(
      UUID id, UUID staff, String subjectKind, UUID subject, String kind, String origin) {
    this.id = id;
    this.staff = staff;
    this.subjectKind = subjectKind;
    this.subject = subject;
    this.kind = kind;
    this.origin = origin;
  }

  public void last(LocalDate first, LocalDate lastDay) {
    since = first;
    until = lastDay;
  }

  public UUID staff() {
    return staff;
  }

  public String kind() {
    return kind;
  }

  public LocalDate since() {
    return since;
  }

  /** The last day; null while it lasts. */
  public LocalDate until() {
    return until;
  }

  public void expires(Instant moment) {
    expires = moment.toEpochMilli();
  }

  /** Whether it was lent until a moment that has come. */
  public boolean over(Instant moment) {
    return expires != null && expires <= moment.toEpochMilli();
  }

  /** Whether it was in force on this day or before. */
  public boolean beganBy(LocalDate day) {
    return !since.isAfter(day);
  }

  /** Ends it earlier; a relation that ended before stays as it was. */
  public void endOn(LocalDate lastDay) {
    if (until == null || until.isAfter(lastDay)) {
      until = lastDay;
    }
  }
}
