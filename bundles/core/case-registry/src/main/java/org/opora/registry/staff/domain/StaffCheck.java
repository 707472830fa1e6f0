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

  @Column(name = "SET_ASIDE")
  private boolean setAside;

  protected StaffCheck() {}

  public StaffCheck(UUID id, StaffId staff) {
    this.id = id;
    this.staff = staff.value();
  }

  /**
   * @param lastDay last day of its validity; null when it does not run out
   * @param sealedDocument where the paper lies, or null
   * @param aside whether somebody has said that another paper has taken its place
   */
  public void is(
      CheckKind what, LocalDate issued, LocalDate lastDay, byte[] sealedDocument, boolean aside) {
    kind = what;
    issuedOn = issued;
    validUntil = lastDay;
    document = sealedDocument;
    setAside = aside;
  }

  /**
   * Nobody is reminded of a paper when a newer one of the same kind is there, or when it has been
   * set aside.
   */
  public void replaced(boolean byNewer) {
    replaced = byNewer || setAside;
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

  public boolean setAside() {
    return setAside;
  }

  public boolean replaced() {
    return replaced;
  }
}
