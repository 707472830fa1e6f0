package org.opora.registry.ledgers.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;

/**
 * An entry of a ledger, written by hand. It never changes: what was a mistake is struck, what was
 * not right is replaced by another entry, and both stay readable.
 */
@MappedSuperclass
public abstract class LedgerEntry {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID file;

  @Column(updatable = false)
  private UUID corrects;

  @Column(name = "REPLACED_BY")
  private UUID replacedBy;

  @Column(name = "WRITTEN_BY", updatable = false)
  private UUID writtenBy;

  @Column(name = "WRITTEN_AT", updatable = false)
  private Instant writtenAt;

  @Column(name = "GONE_ON")
  private LocalDate goneOn;

  @Column(name = "GONE_BY")
  private UUID goneBy;

  @Column(name = "GONE_WHY")
  private byte[] goneWhy;

  protected LedgerEntry() {}

  protected LedgerEntry(Written written) {
    id = written.id();
    file = written.file().value();
    corrects = written.corrects();
    writtenBy = written.by().value();
    writtenAt = written.at();
  }

  /**
   * Who wrote it down.
   *
   * @param corrects the entry in whose place it stands; null when it is a new one
   */
  public record Written(UUID id, CaseFileId file, UUID corrects, StaffId by, Instant at) {}

  /** Of what it is: a name for its place in addresses, in texts and in the trail. */
  public abstract String code();

  /** The day under which it stands in the chronology. */
  public abstract LocalDate day();

  /**
   * It counts no more; what it says stays.
   *
   * @param sealedWhy null only where another entry stands in its place
   */
  public void strike(LocalDate on, StaffId by, byte[] sealedWhy) {
    goneOn = on;
    goneBy = by.value();
    goneWhy = sealedWhy;
  }

  /** Another entry stands in its place. */
  public void replace(UUID successor, LocalDate on, StaffId by, byte[] sealedWhy) {
    strike(on, by, sealedWhy);
    replacedBy = successor;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public CaseFileId file() {
    return new CaseFileId(file);
  }

  /** Null when it is no correction. */
  public UUID corrects() {
    return corrects;
  }

  /** Null unless another one stands in its place. */
  public UUID replacedBy() {
    return replacedBy;
  }

  public StaffId writtenBy() {
    return new StaffId(writtenBy);
  }

  public Instant writtenAt() {
    return writtenAt;
  }

  public boolean counts() {
    return goneOn == null;
  }

  /** Null while it counts, as {@link #goneBy} is. */
  public LocalDate goneOn() {
    return goneOn;
  }

  public StaffId goneBy() {
    return goneBy == null ? null : new StaffId(goneBy);
  }

  /** Null while it counts, and where a correction needed no words. */
  public byte[] goneWhy() {
    return goneWhy;
  }
}
