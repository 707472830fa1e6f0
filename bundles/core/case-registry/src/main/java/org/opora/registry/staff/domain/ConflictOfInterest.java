package org.opora.registry.staff.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;

/** A relation to somebody that a member of staff has declared. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "STAFF_CONFLICT")
public class ConflictOfInterest {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID staff;

  @Column(name = "DECLARED_ON", updatable = false)
  private LocalDate declaredOn;

  @Column(updatable = false)
  private byte[] whom;

  @Column(updatable = false)
  private byte[] relation;

  @Column(name = "ENDED_ON")
  private LocalDate endedOn;

  private UUID file;

  @Column(name = "WALLED_ON")
  private LocalDate walledOn;

  @Column(name = "END_WHY")
  private byte[] endWhy;

  protected ConflictOfInterest() {}

  public ConflictOfInterest(
      UUID id, StaffId staff, LocalDate declaredOn, byte[] sealedWhom, byte[] sealedRelation) {
    this.id = id;
    this.staff = staff.value();
    this.declaredOn = declaredOn;
    this.whom = sealedWhom;
    this.relation = sealedRelation;
  }

  /** From this day on the member of staff is kept away from the family. */
  public void walled(CaseFileId family, LocalDate day) {
    file = family.value();
    walledOn = day;
  }

  /** They may see the family again, for this reason. */
  public void unwalled(byte[] sealedWhy) {
    walledOn = null;
    endWhy = sealedWhy;
  }

  public void ended(LocalDate day) {
    endedOn = day;
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

  public LocalDate declaredOn() {
    return declaredOn;
  }

  public byte[] whom() {
    return whom;
  }

  public byte[] relation() {
    return relation;
  }

  public LocalDate endedOn() {
    return endedOn;
  }

  /** Null unless it took a wall down. */
  public byte[] endWhy() {
    return endWhy;
  }

  /** Null until the director has named the family. */
  public CaseFileId file() {
    return file == null ? null : new CaseFileId(file);
  }

  public LocalDate walledOn() {
    return walledOn;
  }
}
