package org.opora.registry.staff.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** A paper of a member of staff that may run out. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "STAFF_CHECK")
public class StaffCheck {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID staff;

  @Enumerated(EnumType.STRING)
  private CheckKind kind;

  @Column(name = "ISSUED_ON")
  private LocalDate issuedOn;

  @Column(name = "VALID_UNTIL")
  private LocalDate validUntil;

  private byte[] document;
  private boolean replaced;

  protected StaffCheck() {}

  public StaffCheck(UUID id, StaffId staff) {
    this.id = id;
    this.staff = staff.value();
  }

  /**
   * @param lastDay last day of its validity; null when it does not run out
   * @param sealedDocument where the paper lies, or null
   */
  public void is(CheckKind what, LocalDate issued, LocalDate lastDay, byte[] sealedDocument) {
    kind = what;
    issuedOn = issued;
    validUntil = lastDay;
    document = sealedDocument;
  }

  /** A newer paper of the same kind is there, so that nobody is reminded of this one. */
  public void replaced(boolean byNewer) {
    replaced = byNewer;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public StaffId staff() {
    return new StaffId(staff);
  }

  public CheckKind kind() {
    return kind;
  }

  public LocalDate issuedOn() {
    return issuedOn;
  }

  public LocalDate validUntil() {
    return validUntil;
  }

  public byte[] document() {
    return document;
  }

  public boolean replaced() {
    return replaced;
  }
}
