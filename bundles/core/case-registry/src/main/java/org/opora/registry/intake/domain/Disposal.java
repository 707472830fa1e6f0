package org.opora.registry.intake.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.StaffId;

/** One person proposes to delete words of first contact, another one approves it. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "INTAKE_DISPOSAL")
public class Disposal {
  @Id private UUID id;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private DisposalKind kind;

  @Column(name = "YEAR_NO", updatable = false)
  private int year;

  @Enumerated(EnumType.STRING)
  private DisposalState state;

  @Column(name = "PROPOSED_BY", updatable = false)
  private UUID proposedBy;

  @Column(name = "PROPOSED_ON", updatable = false)
  private LocalDate proposedOn;

  @Column(updatable = false)
  private UUID approver;

  @Column(name = "DECIDED_BY")
  private UUID decidedBy;

  @Column(name = "DECIDED_ON")
  private LocalDate decidedOn;

  private byte[] reason;

  protected Disposal() {}

  /**
   * @param year of the return, or the year in which first contacts are proposed
   * @param approver who is asked; null when nobody else could be
   */
  public Disposal(
      UUID id,
      DisposalKind kind,
      int year,
      StaffId proposedBy,
      LocalDate proposedOn,
      StaffId approver) {
    this.id = id;
    this.kind = kind;
    this.year = year;
    this.state = DisposalState.PROPOSED;
    this.proposedBy = proposedBy.value();
    this.proposedOn = proposedOn;
    this.approver = approver == null ? null : approver.value();
  }

  /**
   * @param done whether the words are deleted, or stay
   * @param sealedReason null where none is asked for
   */
  public void decided(boolean done, StaffId by, LocalDate on, byte[] sealedReason) {
    if (!open()) {
      throw new IllegalStateException("It is " + state);
    }
    state = done ? DisposalState.DONE : DisposalState.DECLINED;
    decidedBy = by.value();
    decidedOn = on;
    reason = sealedReason;
  }

  public boolean open() {
    return state == DisposalState.PROPOSED;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public DisposalKind kind() {
    return kind;
  }

  public int year() {
    return year;
  }

  public DisposalState state() {
    return state;
  }

  public StaffId proposedBy() {
    return new StaffId(proposedBy);
  }

  public LocalDate proposedOn() {
    return proposedOn;
  }

  /** Null when nobody else could be asked. */
  public StaffId approver() {
    return approver == null ? null : new StaffId(approver);
  }

  /** Null while it is open. */
  public StaffId decidedBy() {
    return decidedBy == null ? null : new StaffId(decidedBy);
  }

  public LocalDate decidedOn() {
    return decidedOn;
  }

  /** On whose key the reason hangs. */
  public Subject owner() {
    return new Subject(Subject.Kind.DRAWER, proposedBy);
  }

  public byte[] reason() {
    return reason;
  }
}
