package org.opora.registry.care.domain;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** A scanned paper of an entry, sealed. It has no name, because names of files speak of people. */
@MappedSuperclass
public abstract class PaperScan {
  @Id private UUID id;

  @Column(name = "ENTRY", updatable = false)
  private UUID written;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private ScanKind kind;

  @Column(updatable = false)
  private int bytes;

  private byte[] content;

  @Column(name = "ADDED_BY", updatable = false)
  private UUID addedBy;

  @Column(name = "ADDED_AT", updatable = false)
  private Instant addedAt;

  @Column(name = "STRUCK_ON")
  private LocalDate struckOn;

  @Column(name = "STRUCK_BY")
  private UUID struckBy;

  @Column(name = "STRUCK_WHY")
  private byte[] struckWhy;

  protected PaperScan() {}

  protected PaperScan(Added added) {
    this.id = added.id();
    this.written = added.entry();
    this.kind = added.kind();
    this.bytes = added.bytes();
    this.content = added.sealed();
    this.addedBy = added.by().value();
    this.addedAt = added.at();
  }

  /**
   * @param bytes how long the open content is
   */
  public record Added(
      UUID id, UUID entry, ScanKind kind, int bytes, byte[] sealed, StaffId by, Instant at) {}

  /** The same paper of the successor of its entry in another file. */
  public Added follows(UUID newId, UUID entry, byte[] sealed) {
    return new Added(newId, entry, kind, bytes, sealed, new StaffId(addedBy), addedAt);
  }

  /**
   * It was attached by mistake: nobody opens it any more. It stays sealed, because nothing
   * disappears by one person's button.
   */
  public void strike(LocalDate on, StaffId by, byte[] sealedWhy) {
    struckOn = on;
    struckBy = by.value();
    struckWhy = sealedWhy;
  }

  public UUID id() {
    return id;
  }

  public UUID entry() {
    return written;
  }

  public ScanKind kind() {
    return kind;
  }

  public Instant addedAt() {
    return addedAt;
  }

  /** Sealed. */
  public byte[] content() {
    return content;
  }

  public boolean struck() {
    return struckOn != null;
  }
}
