package org.opora.registry.care.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** A scanned paper of a visit, sealed. It has no name, because names of files speak of people. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "VISIT_SCAN")
public class VisitScan {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID visit;

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

  protected VisitScan() {}

  /**
   * @param bytes how long the open content is
   */
  public VisitScan(
      UUID id, UUID visit, ScanKind kind, int bytes, byte[] sealed, StaffId by, Instant at) {
    this.id = id;
    this.visit = visit;
    this.kind = kind;
    this.bytes = bytes;
    this.content = sealed;
    this.addedBy = by.value();
    this.addedAt = at;
  }

  /** The same paper of the successor of its visit in another file. */
  public VisitScan(UUID id, UUID visit, VisitScan former, byte[] sealed) {
    this(id, visit, former.kind, former.bytes, sealed, new StaffId(former.addedBy), former.addedAt);
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

  public UUID visit() {
    return visit;
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
