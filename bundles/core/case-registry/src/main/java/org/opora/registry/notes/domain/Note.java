package org.opora.registry.notes.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.registry.care.domain.PaperEntry;

/** An entry of a file that is no visit: it proves no contact in person. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "NOTE")
public class Note implements PaperEntry {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID file;

  @Embedded private NoteText text;
  private int wording = 1;

  @Column(name = "WORDED_AT")
  private Instant wordedAt;

  private boolean signed;

  @Column(name = "RECORDED_BY", updatable = false)
  private UUID recordedBy;

  @Column(name = "RECORDED_AT", updatable = false)
  private Instant recordedAt;

  @Column(name = "OPEN_UNTIL", updatable = false)
  private LocalDate openUntil;

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

  protected Note() {}

  /**
   * @param openUntil last day on which it may be corrected without a trace
   */
  public Note(
      UUID id,
      CaseFileId file,
      NoteText text,
      StaffId recordedBy,
      Instant recordedAt,
      LocalDate openUntil) {
    this.id = id;
    this.file = file.value();
    this.text = text;
    this.recordedBy = recordedBy.value();
    this.recordedAt = recordedAt;
    this.wordedAt = recordedAt;
    this.openUntil = openUntil;
  }

  /** From then on it reads otherwise, which makes it a new wording. */
  public void says(NoteText now, Instant when) {
    wording++;
    wordedAt = when;
    text = now;
  }

  @Override
  public void sign() {
    signed = true;
  }

  /** It was written down by mistake: it counts no more, and what it says stays. */
  public void withdraw(LocalDate on, StaffId by, byte[] sealedWhy) {
    goneOn = on;
    goneBy = by.value();
    goneWhy = sealedWhy;
  }

  /** It belongs to another file: there is its successor, and here are no words of it any more. */
  public void moveTo(UUID successor, LocalDate on, StaffId by, byte[] sealedWhy) {
    withdraw(on, by, sealedWhy);
    movedTo = successor;
    text = text.with(NoteText.Words.NONE);
  }

  /**
   * Whose successor it is; said before it is first saved. It is a new wording, because nobody has
   * read it on a paper of this file; what was locked by a signature stays so.
   */
  public void comesFrom(Note predecessor, Instant at) {
    movedFrom = predecessor.id;
    wording = predecessor.wording + 1;
    wordedAt = at;
    signed = predecessor.signed;
  }

  /** It was not by mistake after all. */
  public void putBack() {
    goneOn = null;
    goneBy = null;
    goneWhy = null;
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

  public NoteText text() {
    return text;
  }

  @Override
  public LocalDate day() {
    return text.day();
  }

  @Override
  public int wording() {
    return wording;
  }

  @Override
  public Instant wordedAt() {
    return wordedAt;
  }

  /** Whether a carer has answered to it. */
  public boolean signed() {
    return signed;
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

  public LocalDate openUntil() {
    return openUntil;
  }

  @Override
  public boolean counts() {
    return goneOn == null;
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
  public UUID movedTo() {
    return movedTo;
  }

  /** Null unless it was moved here. */
  public UUID movedFrom() {
    return movedFrom;
  }
}
