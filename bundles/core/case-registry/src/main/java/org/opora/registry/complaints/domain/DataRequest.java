package org.opora.registry.complaints.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;

/**
 * Somebody asked what the centre keeps about them, or that it be changed. What it says is sealed
 * with the key of who wrote it down; what is answered is not changed any more.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "DATA_REQUEST")
public class DataRequest {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "ASKED_ON")
  private LocalDate askedOn;

  @Enumerated(EnumType.STRING)
  private DataAsk kind;

  private UUID person;

  @Column(name = "ASKED_BY")
  private byte[] askedBy;

  private byte[] what;

  @Column(name = "EXTENDED_ON")
  private LocalDate extendedOn;

  @Column(name = "EXTENDED_WHY")
  private byte[] extendedWhy;

  @Column(name = "ANSWERED_ON")
  private LocalDate answeredOn;

  @Enumerated(EnumType.STRING)
  private DataAnswer answered;

  private byte[] answer;

  @Column(name = "ANSWERED_BY")
  private UUID answeredBy;

  @Column(updatable = false)
  private UUID writer;

  protected DataRequest() {}

  public DataRequest(UUID id, StaffId writer) {
    this.id = id;
    this.writer = writer.value();
  }

  /**
   * @param whom null when it is about nobody of the register
   */
  public void about(PersonId whom) {
    person = whom == null ? null : whom.value();
  }

  /**
   * @param by sealed, as {@code words} are; these may be null
   */
  public void asks(LocalDate on, DataAsk about, byte[] by, byte[] words) {
    askedOn = on;
    kind = about;
    askedBy = by;
    what = words;
  }

  /**
   * They were told that it will take longer.
   *
   * @param why sealed
   */
  public void extended(LocalDate on, byte[] why) {
    extendedOn = on;
    extendedWhy = why;
  }

  /**
   * @param words sealed; null where nothing is to be said
   */
  public void answered(LocalDate on, DataAnswer how, byte[] words, StaffId by) {
    answeredOn = on;
    answered = how;
    answer = words;
    answeredBy = by.value();
  }

  /** Days and kinds stay: they account for that it was answered. */
  public void forgetWords() {
    askedBy = null;
    what = null;
    extendedWhy = null;
    answer = null;
  }

  /** On whose key the words hang. */
  public Subject owner() {
    return new Subject(Subject.Kind.DRAWER, writer);
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public LocalDate askedOn() {
    return askedOn;
  }

  public DataAsk kind() {
    return kind;
  }

  /** Null when it is about nobody of the register. */
  public PersonId person() {
    return person == null ? null : new PersonId(person);
  }

  /** Null when its words are forgotten. */
  public byte[] askedBy() {
    return askedBy;
  }

  public byte[] what() {
    return what;
  }

  /** Null while nobody said that it takes longer, as {@link #extendedWhy} is. */
  public LocalDate extendedOn() {
    return extendedOn;
  }

  public byte[] extendedWhy() {
    return extendedWhy;
  }

  /** Null while it is open, as what it was answered by is. */
  public LocalDate answeredOn() {
    return answeredOn;
  }

  public DataAnswer answered() {
    return answered;
  }

  public byte[] answer() {
    return answer;
  }

  public StaffId answeredBy() {
    return answeredBy == null ? null : new StaffId(answeredBy);
  }

  public StaffId writer() {
    return new StaffId(writer);
  }
}
