package org.opora.registry.notes.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** How a locked note read before somebody amended it. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "NOTE_VERSION")
public class NoteVersion {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID note;

  @Embedded private NoteText text;

  private byte[] why;

  @Column(name = "KEPT_BY", updatable = false)
  private UUID by;

  @Column(name = "KEPT_AT", updatable = false)
  private Instant at;

  protected NoteVersion() {}

  /**
   * @param text as it still reads, its words sealed for this row
   * @param sealedWhy why it is amended
   * @param by who amends it
   */
  public NoteVersion(UUID id, UUID note, NoteText text, byte[] sealedWhy, StaffId by, Instant at) {
    this.id = id;
    this.note = note;
    this.text = text;
    this.why = sealedWhy;
    this.by = by.value();
    this.at = at;
  }

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

  public byte[] why() {
    return why;
  }

  public StaffId by() {
    return new StaffId(by);
  }

  public Instant at() {
    return at;
  }
}
