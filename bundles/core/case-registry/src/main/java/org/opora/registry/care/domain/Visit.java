package org.opora.registry.care.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.opora.api.care.Visits.Place;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;

/** A visit of the key worker. The note is sealed with the key of the file. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "VISIT")
public class Visit {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID file;

  @Column(name = "VISITED_ON")
  private LocalDate day;

  @Column(name = "STARTS_AT")
  private LocalTime start;

  private Integer minutes;
  private boolean announced;

  @Enumerated(EnumType.STRING)
  private Place place;

  private byte[] note;

  @Column(name = "RECORDED_BY", updatable = false)
  private UUID recordedBy;

  @Column(name = "RECORDED_AT", updatable = false)
  private Instant recordedAt;

  protected Visit() {}

  public Visit(
      UUID id,
      CaseFileId file,
      LocalDate day,
      LocalTime start,
      Integer minutes,
      boolean announced,
      Place place,
      byte[] note,
      StaffId recordedBy,
      Instant recordedAt) {
    this.id = id;
    this.file = file.value();
    this.day = day;
    this.start = start;
    this.minutes = minutes;
    this.announced = announced;
    this.place = place;
    this.note = note;
    this.recordedBy = recordedBy.value();
    this.recordedAt = recordedAt;
  }

  public void correct(
      LocalDate on,
      LocalTime at,
      Integer length,
      boolean wasAnnounced,
      Place where,
      byte[] sealedNote) {
    day = on;
    start = at;
    minutes = length;
    announced = wasAnnounced;
    place = where;
    note = sealedNote;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public CaseFileId file() {
    return new CaseFileId(file);
  }

  public LocalDate day() {
    return day;
  }

  public LocalTime start() {
    return start;
  }

  public Integer minutes() {
    return minutes;
  }

  public boolean announced() {
    return announced;
  }

  public Place place() {
    return place;
  }

  public byte[] note() {
    return note;
  }

  public StaffId recordedBy() {
    return new StaffId(recordedBy);
  }

  public Instant recordedAt() {
    return recordedAt;
  }
}
