package org.opora.supervisedcontacts.plans.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/**
 * Somebody whom no court forbids is to be taken off the forbidden list. Until a second person has
 * said yes, nothing changes: the person must not meet the child.
 */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "PLAN_RELEASE")
public class PlanRelease {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID plan;

  @Column(name = "PLAN_PERSON", updatable = false)
  private UUID person;

  @Enumerated(EnumType.STRING)
  private ReleaseState state;

  @Column(name = "ASKED_BY", updatable = false)
  private UUID askedBy;

  @Column(name = "ASKED_AT", updatable = false)
  private Instant askedAt;

  @Column(name = "WHY_S")
  private byte[] why;

  @Column(name = "DECIDED_BY")
  private UUID decidedBy;

  @Column(name = "DECIDED_AT")
  private Instant decidedAt;

  @Column(name = "DECIDED_S")
  private byte[] decided;

  protected PlanRelease() {}

  /**
   * @param why sealed
   */
  public PlanRelease(ReleaseId id, PlanPerson person, byte[] why, StaffId by, Instant at) {
    this.id = id.value();
    this.plan = person.plan().value();
    this.person = person.id().value();
    this.state = ReleaseState.PROPOSED;
    this.why = why;
    this.askedBy = by.value();
    this.askedAt = at;
  }

  /**
   * @param sealed what is said of it; null when nothing
   */
  public void decide(ReleaseState now, byte[] sealed, StaffId by, Instant at) {
    this.state = now;
    this.decided = sealed;
    this.decidedBy = by.value();
    this.decidedAt = at;
  }

  /** No word of it is known any more. */
  public void forget() {
    this.why = null;
    this.decided = null;
  }

  public boolean open() {
    return state == ReleaseState.PROPOSED;
  }

  public ReleaseId id() {
    return new ReleaseId(id);
  }

  public long version() {
    return version;
  }

  public PlanId plan() {
    return new PlanId(plan);
  }

  public PlanPersonId person() {
    return new PlanPersonId(person);
  }

  public ReleaseState state() {
    return state;
  }

  public StaffId askedBy() {
    return new StaffId(askedBy);
  }

  public Instant askedAt() {
    return askedAt;
  }

  public byte[] why() {
    return why;
  }

  /** Null while it is open. */
  public StaffId decidedBy() {
    return decidedBy == null ? null : new StaffId(decidedBy);
  }

  public Instant decidedAt() {
    return decidedAt;
  }

  public byte[] decided() {
    return decided;
  }
}
