package org.opora.course.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;

/** That a carer was made acquainted with a part, and what they said of it. */
@Entity
@Table(schema = "COURSE", name = "CARER_STATEMENT")
public class CarerStatement {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID part;

  @Column(updatable = false)
  private UUID carer;

  @Column(name = "NAME_S", updatable = false)
  private byte[] name;

  @Column(updatable = false)
  private int round;

  @Enumerated(EnumType.STRING)
  private Answer answer;

  @Column(name = "GIVEN_ON")
  private LocalDate givenOn;

  @Column(name = "WORDS_S")
  private byte[] words;

  @Column(name = "WRITTEN_BY")
  private UUID writtenBy;

  @Column(name = "WRITTEN_AT")
  private Instant writtenAt;

  protected CarerStatement() {}

  /**
   * @param name of the carer as of that day, sealed
   * @param round of the report that it is about
   */
  public CarerStatement(UUID id, UUID part, PersonId carer, byte[] name, int round) {
    this.id = id;
    this.part = part;
    this.carer = carer.value();
    this.name = name;
    this.round = round;
  }

  /**
   * @param words sealed; null when there are none
   */
  public void says(Answer answer, LocalDate on, byte[] words, StaffId by, Instant at) {
    this.answer = answer;
    this.givenOn = on;
    this.words = words;
    this.writtenBy = by.value();
    this.writtenAt = at;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public UUID part() {
    return part;
  }

  public PersonId carer() {
    return new PersonId(carer);
  }

  /** Sealed. */
  public byte[] name() {
    return name;
  }

  public int round() {
    return round;
  }

  public Answer answer() {
    return answer;
  }

  public LocalDate givenOn() {
    return givenOn;
  }

  /** Sealed; null when there are none. */
  public byte[] words() {
    return words;
  }

  public StaffId writtenBy() {
    return new StaffId(writtenBy);
  }
}
