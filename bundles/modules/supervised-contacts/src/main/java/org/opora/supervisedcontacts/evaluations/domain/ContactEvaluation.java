package org.opora.supervisedcontacts.evaluations.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;
import org.opora.supervisedcontacts.contacts.domain.Tally;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;
import org.opora.supervisedcontacts.shared.domain.ChildRecord;

/**
 * What the contacts of a plan have brought, and what is right for the child from now on. It is
 * never written over, because it says what was known on its day: the next one has the next number,
 * and one that was a mistake is struck out with the reason.
 */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "CONTACT_EVALUATION")
public class ContactEvaluation extends ChildRecord {
  @Column(updatable = false)
  private UUID plan;

  @Column(name = "EVALUATION_NUMBER", updatable = false)
  private int number;

  @Column(name = "PERIOD_FROM", updatable = false)
  private LocalDate from;

  @Column(name = "PERIOD_UNTIL", updatable = false)
  private LocalDate until;

  @Embedded private FrozenTally tally;

  @Column(updatable = false)
  private int wellbeing;

  @Column(updatable = false)
  private int cooperation;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Decision decision;

  @Column(name = "WHY_S")
  private byte[] why;

  @Column(name = "VIEW_S")
  private byte[] view;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Learnt learnt;

  @Column(name = "WRITTEN_BY", updatable = false)
  private UUID writtenBy;

  @Column(name = "WRITTEN_AT", updatable = false)
  private Instant writtenAt;

  @Column(name = "STRUCK_BY")
  private UUID struckBy;

  @Column(name = "STRUCK_ON")
  private LocalDate struckOn;

  @Column(name = "STRUCK_S")
  private byte[] struck;

  protected ContactEvaluation() {}

  public ContactEvaluation(EvaluationId id, ChildOfFile whose, PlanId plan, int number) {
    super(id.value(), whose);
    this.plan = plan.value();
    this.number = number;
  }

  /** From the first day to the last, with what became of the contacts in between. */
  public void counts(LocalDate first, LocalDate last, Tally counted) {
    this.from = first;
    this.until = last;
    this.tally = new FrozenTally(counted);
  }

  /**
   * @param why sealed: why this is best for this child
   */
  public void finds(Scales scales, Decision decided, byte[] why) {
    this.wellbeing = scales.wellbeing();
    this.cooperation = scales.cooperation();
    this.decision = decided;
    this.why = why;
  }

  /**
   * The view of the child.
   *
   * @param words sealed
   */
  public void childSays(byte[] words, Learnt how) {
    this.view = words;
    this.learnt = how;
  }

  public void writtenBy(StaffId by, Instant at) {
    this.writtenBy = by.value();
    this.writtenAt = at;
  }

  /**
   * It was a mistake, and counts no more.
   *
   * @param why sealed
   */
  public void strike(StaffId by, LocalDate on, byte[] why) {
    this.struckBy = by.value();
    this.struckOn = on;
    this.struck = why;
  }

  /** No word of it is known any more. */
  public void forget() {
    this.why = null;
    this.view = null;
    this.struck = null;
  }

  public EvaluationId id() {
    return new EvaluationId(key());
  }

  public PlanId plan() {
    return new PlanId(plan);
  }

  /** From one, for each plan by itself. */
  public int number() {
    return number;
  }

  public LocalDate from() {
    return from;
  }

  public LocalDate until() {
    return until;
  }

  public Tally tally() {
    return tally.tally();
  }

  public Scales scales() {
    return new Scales(wellbeing, cooperation);
  }

  public Decision decision() {
    return decision;
  }

  public byte[] why() {
    return why;
  }

  public byte[] view() {
    return view;
  }

  public Learnt learnt() {
    return learnt;
  }

  public StaffId writtenBy() {
    return new StaffId(writtenBy);
  }

  public Instant writtenAt() {
    return writtenAt;
  }

  /** Null unless it was struck out. */
  public StaffId struckBy() {
    return struckBy == null ? null : new StaffId(struckBy);
  }

  public LocalDate struckOn() {
    return struckOn;
  }

  public byte[] struck() {
    return struck;
  }

  /** Whether it stands. */
  public boolean stands() {
    return struckBy == null;
  }
}
