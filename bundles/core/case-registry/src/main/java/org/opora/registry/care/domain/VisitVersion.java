package org.opora.registry.care.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.opora.api.care.Visits.Place;
import org.opora.api.ids.StaffId;

/**
 * How a visit that was locked, or printed for a carer, read before somebody amended it. It is never
 * changed.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "VISIT_VERSION")
public class VisitVersion implements FormerWording {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID visit;

  @Column(name = "VISITED_ON", updatable = false)
  private LocalDate day;

  @Column(name = "STARTS_AT", updatable = false)
  private LocalTime start;

  @Column(updatable = false)
  private Integer minutes;

  @Column(name = "TRAVEL_MINUTES", updatable = false)
  private Integer travelMinutes;

  @Column(updatable = false)
  private Integer kilometres;

  @Column(updatable = false)
  private boolean announced;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Place place;

  @Column(updatable = false)
  private int wording;

  @Column(name = "WORDED_AT", updatable = false)
  private Instant wordedAt;

  private byte[] note;

  private byte[] why;

  @Column(name = "KEPT_BY", updatable = false)
  private UUID by;

  @Column(name = "KEPT_AT", updatable = false)
  private Instant at;

  protected VisitVersion() {}

  /**
   * @param read the visit as it still reads
   * @param of key of the visit whose version it is: its own, or that of its successor
   * @param sealedNote its note, sealed for this row
   * @param sealedWhy why it is amended or moved; null for a slip in a visit that was open
   * @param by who amends or moves it
   */
  public VisitVersion(
      UUID id, Visit read, UUID of, byte[] sealedNote, byte[] sealedWhy, StaffId by, Instant at) {
    this.id = id;
    this.visit = of;
    this.day = read.day();
    this.start = read.start();
    this.minutes = read.minutes();
    this.travelMinutes = read.travelMinutes();
    this.kilometres = read.kilometres();
    this.announced = read.announced();
    this.place = read.place();
    this.wording = read.wording();
    this.wordedAt = read.wordedAt();
    this.note = sealedNote;
    this.why = sealedWhy;
    this.by = by.value();
    this.at = at;
  }

  /** The same version of the successor in another file, its words sealed for this row. */
  public VisitVersion(UUID id, VisitVersion read, UUID of, byte[] sealedNote, byte[] sealedWhy) {
    this.id = id;
    this.visit = of;
    this.day = read.day;
    this.start = read.start;
    this.minutes = read.minutes;
    this.travelMinutes = read.travelMinutes;
    this.kilometres = read.kilometres;
    this.announced = read.announced;
    this.place = read.place;
    this.wording = read.wording;
    this.wordedAt = read.wordedAt;
    this.note = sealedNote;
    this.why = sealedWhy;
    this.by = read.by;
    this.at = read.at;
  }

  /**
   * The visit has moved and this version with it; here stays what was said of a child who is not in
   * the other family.
   *
   * @param sealedWhy why it was moved
   */
  public void leaves(byte[] sealedWhy) {
    note = null;
    why = sealedWhy;
  }

  public UUID id() {
    return id;
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

  @Override
  public int wording() {
    return wording;
  }

  @Override
  public Instant wordedAt() {
    return wordedAt;
  }

  public byte[] note() {
    return note;
  }

  /** Null for a slip that was corrected while the visit was open. */
  public byte[] why() {
    return why;
  }

  public StaffId by() {
    return new StaffId(by);
  }

  @Override
  public Instant at() {
    return at;
  }
}
