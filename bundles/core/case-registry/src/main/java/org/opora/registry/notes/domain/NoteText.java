package org.opora.registry.notes.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.opora.api.ids.BodyId;

/** What a note says, now or once; the words are sealed for the row in which they stand. */
@Embeddable
public class NoteText {
  @Enumerated(EnumType.STRING)
  private NoteKind kind;

  @Column(name = "NOTED_ON")
  private LocalDate day;

  @Column(name = "STARTS_AT")
  private LocalTime start;

  private Integer minutes;

  @Column(name = "TRAVEL_MINUTES")
  private Integer travelMinutes;

  private Integer kilometres;
  private UUID body;
  private byte[] outside;

  @Column(name = "SPOKE_WITH")
  private byte[] spokeWith;

  private byte[] content;

  protected NoteText() {}

  /**
   * @param start null when it is not known, as {@code minutes} is
   * @param way there and back
   * @param body entry of the directory, or null
   * @param words sealed
   */
  public NoteText(
      NoteKind kind,
      LocalDate day,
      LocalTime start,
      Integer minutes,
      Way way,
      BodyId body,
      Words words) {
    this.kind = kind;
    this.day = day;
    this.start = start;
    this.minutes = minutes;
    this.travelMinutes = way.minutes();
    this.kilometres = way.kilometres();
    this.body = body == null ? null : body.value();
    this.outside = words.outside();
    this.spokeWith = words.spokeWith();
    this.content = words.content();
  }

  /**
   * Sealed words; each null when there are none.
   *
   * @param outside body with which it was dealt
   * @param spokeWith who it was there
   */
  public record Words(byte[] outside, byte[] spokeWith, byte[] content) {
    static final Words NONE = new Words(null, null, null);
  }

  /**
   * The way there and back.
   *
   * @param minutes null when nobody wrote it, as {@code kilometres} is
   */
  public record Way(Integer minutes, Integer kilometres) {}

  /** The same with its words sealed for another row. */
  public NoteText with(Words words) {
    return new NoteText(kind, day, start, minutes, way(), body(), words);
  }

  public NoteKind kind() {
    return kind;
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

  public Way way() {
    return new Way(travelMinutes, kilometres);
  }

  public BodyId body() {
    return body == null ? null : new BodyId(body);
  }

  public Words words() {
    return new Words(outside, spokeWith, content);
  }
}
