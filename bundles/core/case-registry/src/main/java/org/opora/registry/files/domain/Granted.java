package org.opora.registry.files.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.access.RelationKind;
import org.opora.api.access.Subject.Kind;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;

/** A relation that follows from a file, as it was last handed to the house. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "GRANTED")
public class Granted {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID file;

  @Column(updatable = false)
  private UUID staff;

  @Enumerated(EnumType.STRING)
  @Column(name = "SUBJECT_KIND", updatable = false)
  private Kind subjectKind;

  @Column(updatable = false)
  private UUID subject;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private RelationKind kind;

  @Column(name = "SINCE_DAY")
  private LocalDate since;

  @Column(name = "UNTIL_DAY")
  private LocalDate until;

  private Instant expires;

  protected Granted() {}

  public Granted(
      UUID id,
      CaseFileId file,
      StaffId staff,
      Kind subjectKind,
      UUID subject,
      RelationKind kind,
      LocalDate since,
      LocalDate until) {
    this.id = id;
    this.file = file.value();
    this.staff = staff.value();
    this.subjectKind = subjectKind;
    this.subject = subject;
    this.kind = kind;
    this.since = since;
    this.until = until;
  }

  public void runs(LocalDate from, LocalDate lastDay) {
    since = from;
    until = lastDay;
  }

  /**
   * @param moment from which it is over; null for all that lasts
   */
  public Granted lent(Instant moment) {
    expires = moment;
    return this;
  }

  public Instant expires() {
    return expires;
  }

  public UUID id() {
    return id;
  }

  public CaseFileId file() {
    return new CaseFileId(file);
  }

  public StaffId staff() {
    return new StaffId(staff);
  }

  public Kind subjectKind() {
    return subjectKind;
  }

  public UUID subject() {
    return subject;
  }

  public RelationKind kind() {
    return kind;
  }

  public LocalDate since() {
    return since;
  }

  public LocalDate until() {
    return until;
  }
}
