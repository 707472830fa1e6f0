package org.opora.registry.story.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.access.DataClass;
import org.opora.api.access.Subject.Kind;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.text.Title;
import org.opora.registry.shared.domain.StoredTitle;

/** An entry of a chronology, readable without the bundle that wrote it. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "TIMELINE")
public class TimelineEntry {
  @Id private UUID id;

  @Embedded private Source source;

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

  @Embedded private StoredTitle title;

  @Column(name = "WRITTEN_BY", updatable = false)
  private UUID writtenBy;

  @Column(updatable = false)
  private String href;

  /** At whom a wall closes the entry, besides its subject. */
  @Column(updatable = false)
  private UUID person;

  /** The file at which a wall closes what goes with a child's sub-file. */
  @Column(name = "WRITTEN_IN", updatable = false)
  private UUID writtenIn;

  protected TimelineEntry() {}

  public TimelineEntry(
      UUID id,
      Source source,
      Kind subjectKind,
      UUID subject,
      LocalDate day,
      String permission,
      DataClass dataClass,
      Title title,
      StaffId writtenBy,
      String href) {
    this.id = id;
    this.source = source;
    this.subjectKind = subjectKind;
    this.subject = subject;
    this.day = day;
    this.permission = permission;
    this.dataClass = dataClass;
    this.title = new StoredTitle(title);
    this.writtenBy = writtenBy.value();
    this.href = href;
  }

  /**
   * What else closes it.
   *
   * @param who person, or null
   * @param file case file, or null
   */
  public TimelineEntry behind(PersonId who, CaseFileId file) {
    person = who == null ? null : who.value();
    writtenIn = file == null ? null : file.value();
    return this;
  }

  public UUID id() {
    return id;
  }

  public Source source() {
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

  public Title title() {
    return title.title();
  }

  public StaffId writtenBy() {
    return new StaffId(writtenBy);
  }

  public String href() {
    return href;
  }

  /** Null where it tells of nobody in particular, or the subject says who. */
  public PersonId person() {
    return person == null ? null : new PersonId(person);
  }

  /** Null where the subject goes nowhere. */
  public CaseFileId writtenIn() {
    return writtenIn == null ? null : new CaseFileId(writtenIn);
  }
}
