package org.opora.registry.notes.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.opora.api.ids.StaffId;
import org.opora.registry.care.domain.FormerWording;

/** How a locked or printed note read before somebody amended it. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "NOTE_VERSION")
public class NoteVersion implements FormerWording {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID note;

  @Embedded private NoteText text;

  @Column(updatable = false)
  private int wording;

  @Column(name = "WORDED_AT", updatable = false)
  private Instant wordedAt;

  private byte[] why;

  @Column(name = "KEPT_BY", updatable = false)
  private UUID by;

  @Column(name = "KEPT_AT", updatable = false)
  private Instant at;

  protected NoteVersion() {}

  /**
   * @param text as it still reads, its words sealed for this row
   * @param read which wording it is
   * @param sealedWhy why it is amended; null for a slip in a note that was open
   * @param by who amends it
   */
  public NoteVersion(
      UUID id, UUID note, NoteText text, Read read, byte[] sealedWhy, StaffId by, Instant at) {
    this.id = id;
    this.note = note;
    this.text = text;
    this.wording = read.wording();
    this.wordedAt = read.since();
    this.why = sealedWhy;
    this.by = by.value();
    this.at = at;
  }

  /**
   * @param wording its number
   * @param since when the note read so
   */
  public record Read(int wording, Instant since) {}

  /**
   * The note has moved and this version with it; here stays what was said of a child who is not in
   * the other family.
   *
   * @param sealedWhy why it was moved
   */
  public void leaves(byte[] sealedWhy) {
    text = text.with(NoteText.Words.NONE);
    why = sealedWhy;
  }

  public UUID id() {
    return id;
  }

  public NoteText text() {
    return text;
  }

  @Override
  public int wording() {
    return wording;
  }

  @Override
  public Instant wordedAt() {
    return wordedAt;
  }

  /** Null for a slip that was corrected while the note was open. */
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
