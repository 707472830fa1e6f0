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
import org.opora.api.ids.VisitId;

/** A visit of the key worker. The note is sealed with the key of the file. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "VISIT")
public class Visit implements PaperEntry {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID file;

  @Column(name = "VISITED_ON")
  private LocalDate day;

  @Column(name = "STARTS_AT")
  private LocalTime start;

  private Integer minutes;

  @Column(name = "TRAVEL_MINUTES")
  private Integer travelMinutes;

  private Integer kilometres;
  private boolean announced;

  @Enumerated(EnumType.STRING)
  private Place place;

  private byte[] note;
  private int wording = 1;

  @Column(name = "WORDED_AT")
  private Instant wordedAt;

  @Column(name = "RECORDED_BY", updatable = false)
  private UUID recordedBy;

  @Column(name = "RECORDED_AT", updatable = false)
  private Instant recordedAt;

  @Column(name = "OPEN_UNTIL")
  private LocalDate openUntil;

  private boolean signed;
  private boolean counts = true;

  @Column(name = "GONE_ON")
  private LocalDate goneOn;

  @Column(name = "GONE_BY")
  private UUID goneBy;

  @Column(name = "GONE_WHY")
  private byte[] goneWhy;

  @Column(name = "MOVED_TO")
  private UUID movedTo;

  @Column(name = "MOVED_FROM")
  private UUID movedFrom;

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
    this.wordedAt = recordedAt;
  }

  /**
   * The way there and back.
   *
   * @param length in minutes, or null
   * @param distance in kilometres, or null
   */
  public void travelled(Integer length, Integer distance) {
    travelMinutes = length;
    kilometres = distance;
  }

  @Override
  public void sign() {
    signed = true;
  }

  /** It was written down by mistake: it counts no more, and what it says stays. */
  public void withdraw(LocalDate on, StaffId by, byte[] sealedWhy) {
    counts = false;
    goneOn = on;
    goneBy = by.value();
    goneWhy = sealedWhy;
  }

  /** It was not by mistake after all. */
  public void putBack() {
    counts = true;
    goneOn = null;
    goneBy = null;
    goneWhy = null;
  }

  /** It belongs to another file: there is its successor, and here are no words of it any more. */
  public void moveTo(VisitId successor, LocalDate on, StaffId by, byte[] sealedWhy) {
    withdraw(on, by, sealedWhy);
    movedTo = successor.value();
    note = null;
  }

  /**
   * Whose successor it is; said before it is first saved. It is a new wording, because nobody has
   * read it on a paper of this file.
   */
  public void comesFrom(Visit predecessor, Instant at) {
    movedFrom = predecessor.id;
    wording = predecessor.wording + 1;
    wordedAt = at;
  }

  /** Until when it may be corrected without a trace; said before it is first saved. */
  public void openUntil(LocalDate lastDay) {
    openUntil = lastDay;
  }

  /** From then on it reads otherwise, which makes it a new wording. */
  public void correct(
      Instant when,
      LocalDate on,
      LocalTime at,
      Integer length,
      boolean wasAnnounced,
      Place where,
      byte[] sealedNote) {
    wording++;
    wordedAt = when;
    day = on;
    start = at;
    minutes = length;
    announced = wasAnnounced;
    place = where;
    note = sealedNote;
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public CaseFileId file() {
    return new CaseFileId(file);
  }

  @Override
  public LocalDate day() {
    return day;
  }

  public LocalTime start() {
    return start;
  }

  public Integer minutes() {
    return minutes;
  }

  public Integer travelMinutes() {
    return travelMinutes;
  }

  public Integer kilometres() {
    return kilometres;
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

  @Override
  public int wording() {
    return wording;
  }

  @Override
  public Instant wordedAt() {
    return wordedAt;
  }

  /** Null for what was written down before visits were locked. */
  public LocalDate openUntil() {
    return openUntil;
  }

  public boolean signed() {
    return signed;
  }

  @Override
  public boolean counts() {
    return counts;
  }

  /** Null while it counts, as {@link #goneBy} and {@link #goneWhy} are. */
  public LocalDate goneOn() {
    return goneOn;
  }

  public StaffId goneBy() {
    return goneBy == null ? null : new StaffId(goneBy);
  }

  public byte[] goneWhy() {
    return goneWhy;
  }

  /** Null unless it was moved. */
  public VisitId movedTo() {
    return movedTo == null ? null : new VisitId(movedTo);
  }

  /** Null unless it was moved here. */
  public VisitId movedFrom() {
    return movedFrom == null ? null : new VisitId(movedFrom);
  }

  @Override
  public boolean arrived() {
    return movedFrom != null;
  }

  public StaffId recordedBy() {
    return new StaffId(recordedBy);
  }

  public Instant recordedAt() {
    return recordedAt;
  }
}
