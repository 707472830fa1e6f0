package org.opora.persistence.unit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Sample entity with every type that the house uses. */
@Entity
@Table(schema = "LEFT_SIDE", name = "NOTE")
public class Note {
  @Id private UUID id;

  @Column(name = "WORDS")
  private String words;

  @Column(name = "WRITTEN_AT")
  private Instant writtenAt;

  @Column(name = "DAY_OF")
  private LocalDate day;

  /** Null in most rows. */
  @Column(name = "ABOUT_ID")
  private UUID about;

  private boolean done;
  private byte[] sealed;
  @Version private int version;

  protected Note() {}

  public Note(UUID id, String words, Instant writtenAt, LocalDate day, byte[] sealed) {
    this.id = id;
    this.words = words;
    this.writtenAt = writtenAt;
    this.day = day;
    this.sealed = sealed == null ? null : sealed.clone();
  }

  public UUID id() {
    return id;
  }

  public String words() {
    return words;
  }

  public void say(String other) {
    words = other;
  }

  public Instant writtenAt() {
    return writtenAt;
  }

  public void about(UUID other) {
    about = other;
  }

  public UUID about() {
    return about;
  }

  public LocalDate day() {
    return day;
  }

  public boolean done() {
    return done;
  }

  public byte[] sealed() {
    return sealed == null ? null : sealed.clone();
  }
}
