package org.opora.registry.story.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.access.DataClass;
import org.opora.api.access.Subject.Kind;
import org.opora.api.ids.StaffId;

/** An entry of a chronology, readable without the bundle that wrote it. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "TIMELINE")
public class TimelineEntry {
  @Id private UUID id;

  @Column(updatable = false)
  private String origin;

  @Column(updatable = false)
  private String kind;

  @Column(updatable = false)
  private UUID source;

  @Enumerated(EnumType.STRING)
  @Column(name = "SUBJECT_KIND", updatable = false)
  private Kind subjectKind;

  @Column(updatable = false)
  private UUID subject;

  @Column(name = "HAPPENED_ON", updatable = false)
  private LocalDate day;

  @Column(updatable = false)
  private String permission;

  @Enumerated(EnumType.STRING)
  @Column(name = "DATA_CLASS", updatable = false)
  private DataClass dataClass;

  @Column(name = "TITLE_CS", updatable = false)
  private String cs;

  @Column(name = "TITLE_PL", updatable = false)
  private String pl;

  @Column(name = "TITLE_EN", updatable = false)
  private String en;

  @Column(name = "WRITTEN_BY", updatable = false)
  private UUID writtenBy;

  @Column(updatable = false)
  private String href;

  protected TimelineEntry() {}

  public TimelineEntry(
      UUID id,
      String origin,
      String kind,
      UUID source,
      Kind subjectKind,
      UUID subject,
      LocalDate day,
      String permission,
      DataClass dataClass,
      String cs,
      String pl,
      String en,
      StaffId writtenBy,
      String href) {
    this.id = id;
    this.origin = origin;
    this.kind = kind;
    this.source = source;
    this.subjectKind = subjectKind;
    this.subject = subject;
    this.day = day;
    this.permission = permission;
    this.dataClass = dataClass;
    this.cs = cs;
    this.pl = pl;
    this.en = en;
    this.writtenBy = writtenBy.value();
    this.href = href;
  }

  public UUID id() {
    return id;
  }

  public String origin() {
    return origin;
  }

  public String kind() {
    return kind;
  }

  public UUID source() {
    return source;
  }

  public Kind subjectKind() {
    return subjectKind;
  }

  public UUID subject() {
    return subject;
  }

  public LocalDate day() {
    return day;
  }

  public String permission() {
    return permission;
  }

  public DataClass dataClass() {
    return dataClass;
  }

  public String cs() {
    return cs;
  }

  public String pl() {
    return pl;
  }

  public String en() {
    return en;
  }

  public StaffId writtenBy() {
    return new StaffId(writtenBy);
  }

  public String href() {
    return href;
  }
}
