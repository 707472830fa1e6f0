package org.opora.calendar.meetings.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.opora.api.calendar.Slot;
import org.opora.api.calendar.Where;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.RoomId;
import org.opora.api.ids.StaffId;

/** An appointment that no module keeps: a meeting of the team, a supervision, a planned visit. */
@Entity
@Table(schema = "CALENDAR", name = "MEETING")
public class Meeting {
  @Id private UUID id;
  @Version private long version;
  private String kind;

  @Column(name = "CASE_FILE", updatable = false)
  private UUID caseFile;

  private String words;

  @Column(name = "WORDS_S")
  private byte[] wordsSealed;

  private String place;

  @Column(name = "PLACE_S")
  private byte[] placeSealed;

  @Column(name = "STARTS_AT")
  private Instant start;

  @Column(name = "ENDS_AT")
  private Instant end;

  private UUID room;

  @Column(name = "TRAVEL_MINUTES")
  private int travelMinutes;

  private int guests;

  @Column(updatable = false)
  private UUID series;

  @Enumerated(EnumType.STRING)
  private MeetingState state;

  private String why;

  @Column(name = "WHY_S")
  private byte[] whySealed;

  @Column(name = "WRITTEN_BY", updatable = false)
  private UUID writtenBy;

  protected Meeting() {}

  /**
   * @param caseFile null when it is about no family
   * @param series null for a single one
   */
  public Meeting(UUID id, CaseFileId caseFile, UUID series, StaffId by) {
    this.id = id;
    this.caseFile = caseFile == null ? null : caseFile.value();
    this.series = series;
    this.state = MeetingState.OPEN;
    this.writtenBy = by.value();
  }

  public void is(String what, int others) {
    kind = what;
    guests = others;
  }

  public void says(Kept said, Kept where) {
    words = said.plain();
    wordsSealed = said.sealed();
    place = where.plain();
    placeSealed = where.sealed();
  }

  public void takes(Slot slot, Where where) {
    start = slot.start();
    end = slot.end();
    room = where.room() == null ? null : where.room().value();
    travelMinutes = where.travelMinutes();
  }

  /**
   * At another time, or in another room, with nothing else changed. Place and way stay while it is
   * in a room: moved back, it is where it was.
   *
   * @param to null when it is outside of the house
   */
  public void moves(Slot slot, RoomId to) {
    start = slot.start();
    end = slot.end();
    room = to == null ? null : to.value();
  }

  /** It stands in the calendar, also when it was cancelled before. */
  public void book() {
    state = MeetingState.BOOKED;
    why = null;
    whySealed = null;
  }

  public void cancel(Kept reason) {
    state = MeetingState.CANCELLED;
    why = reason.plain();
    whySealed = reason.sealed();
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public String kind() {
    return kind;
  }

  /** Null when it is about no family. */
  public CaseFileId caseFile() {
    return caseFile == null ? null : new CaseFileId(caseFile);
  }

  public Kept words() {
    return new Kept(words, wordsSealed);
  }

  /** Where it is; nothing while it is in a room of the house. */
  public Kept place() {
    return room == null ? new Kept(place, placeSealed) : Kept.NOTHING;
  }

  public Slot slot() {
    return new Slot(start, end);
  }

  public Where where() {
    return room == null ? Where.elsewhere(travelMinutes) : Where.in(new RoomId(room));
  }

  /** Where it is when it is not in the house. */
  public Where outside() {
    return Where.elsewhere(travelMinutes);
  }

  public int guests() {
    return guests;
  }

  /** Null for a single one. */
  public UUID series() {
    return series;
  }

  public MeetingState state() {
    return state;
  }

  /** Why it was cancelled. */
  public Kept why() {
    return new Kept(why, whySealed);
  }

  public StaffId writtenBy() {
    return new StaffId(writtenBy);
  }
}
