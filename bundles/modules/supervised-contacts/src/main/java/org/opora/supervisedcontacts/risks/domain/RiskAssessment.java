package org.opora.supervisedcontacts.risks.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;
import org.opora.supervisedcontacts.shared.domain.ChildRecord;

/**
 * What may go wrong when a child meets the people of a plan, and what is done about it. It is never
 * written over: the next assessment of the plan has the next number, and the last one counts.
 */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "RISK_ASSESSMENT")
public class RiskAssessment extends ChildRecord {
  @Column(updatable = false)
  private UUID plan;

  @Column(name = "RISK_NUMBER", updatable = false)
  private int number;

  @Column(name = "ASSESSED_ON", updatable = false)
  private LocalDate assessedOn;

  @Enumerated(EnumType.STRING)
  @Column(name = "RISK_LEVEL", updatable = false)
  private RiskLevel level;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private RiskOutcome outcome;

  @Column(name = "OUTCOME_S")
  private byte[] words;

  @Column(name = "REVIEW_ON", updatable = false)
  private LocalDate reviewOn;

  @Column(name = "WRITTEN_BY", updatable = false)
  private UUID writtenBy;

  @Column(name = "WRITTEN_AT", updatable = false)
  private Instant writtenAt;

  @Enumerated(EnumType.STRING)
  private RiskState state;

  @Column(name = "DECIDED_BY")
  private UUID decidedBy;

  @Column(name = "DECIDED_AT")
  private Instant decidedAt;

  @Column(name = "DECIDED_S")
  private byte[] decidedWords;

  protected RiskAssessment() {}

  public RiskAssessment(RiskId id, ChildOfFile whose, PlanId plan, int number) {
    super(id.value(), whose);
    this.plan = plan.value();
    this.number = number;
  }

  /**
   * @param level the highest of all that was looked at: somebody else has to approve a high one
   * @param sealed why it was decided so
   */
  public void says(
      LocalDate on, RiskLevel level, RiskOutcome outcome, byte[] sealed, LocalDate reviewOn) {
    this.assessedOn = on;
    this.level = level;
    this.outcome = outcome;
    this.words = sealed;
    this.reviewOn = reviewOn;
    this.state = level == RiskLevel.HIGH ? RiskState.WAITING : RiskState.SETTLED;
  }

  public void writtenBy(StaffId by, Instant at) {
    this.writtenBy = by.value();
    this.writtenAt = at;
  }

  /**
   * A second person has looked at it.
   *
   * @param sealed what they say of it; null when nothing
   */
  public void decide(boolean approved, byte[] sealed, StaffId by, Instant at) {
    this.state = approved ? RiskState.APPROVED : RiskState.RETURNED;
    this.decidedWords = sealed;
    this.decidedBy = by.value();
    this.decidedAt = at;
  }

  /** No word of it is known any more. */
  public void forget() {
    this.words = null;
    this.decidedWords = null;
  }

  /** Whether contacts can be booked under the plan. */
  public boolean opens() {
    return state.counts() && outcome != RiskOutcome.NOT_NOW;
  }

  public RiskId id() {
    return new RiskId(key());
  }

  public PlanId plan() {
    return new PlanId(plan);
  }

  /** From one, for each plan by itself. */
  public int number() {
    return number;
  }

  public LocalDate assessedOn() {
    return assessedOn;
  }

  public RiskLevel level() {
    return level;
  }

  public RiskOutcome outcome() {
    return outcome;
  }

  public byte[] words() {
    return words;
  }

  /** Null when no day was set. */
  public LocalDate reviewOn() {
    return reviewOn;
  }

  public StaffId writtenBy() {
    return new StaffId(writtenBy);
  }

  public Instant writtenAt() {
    return writtenAt;
  }

  public RiskState state() {
    return state;
  }

  /** Null while nobody else has looked at it. */
  public StaffId decidedBy() {
    return decidedBy == null ? null : new StaffId(decidedBy);
  }

  public Instant decidedAt() {
    return decidedAt;
  }

  public byte[] decidedWords() {
    return decidedWords;
  }
}
