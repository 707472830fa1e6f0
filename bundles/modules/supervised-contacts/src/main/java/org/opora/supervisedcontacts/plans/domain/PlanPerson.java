package org.opora.supervisedcontacts.plans.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.PersonId;

/**
 * A person whom a plan allows or forbids to meet the child: somebody of the register, or somebody
 * known by words alone. The name is sealed with the key of the child's sub-file.
 */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "PLAN_PERSON")
public class PlanPerson {
  @Id private UUID id;
  private UUID plan;

  /** Key in the register; null for somebody whom it does not know. */
  private UUID person;

  /** Siblings who must all be there when the person meets one of them; null when none must. */
  private UUID together;

  @Column(name = "NAME_S")
  private byte[] name;

  /** Code of what they are to the child. */
  private String kin;

  @Enumerated(EnumType.STRING)
  private Standing standing;

  @Enumerated(EnumType.STRING)
  @Column(name = "FORBIDDEN_BASIS")
  private Basis forbiddenBasis;

  @Column(name = "FORBIDDEN_REFERENCE")
  private String forbiddenReference;

  @Column(name = "FORBIDDEN_DECISION")
  private UUID forbiddenDecision;

  protected PlanPerson() {}

  /** Somebody who may meet the child, unless it is said otherwise. */
  public PlanPerson(PlanPersonId id, PlanId plan, byte[] name, String kin) {
    this.id = id.value();
    this.plan = plan.value();
    this.name = name;
    this.kin = kin;
    this.standing = Standing.ALLOWED;
  }

  /**
   * Must not meet the child from now on, on what the plan rests on. Whom a court has forbidden
   * stays forbidden by that court when the plan comes to rest on something else.
   */
  public void forbid(PlanTerms terms) {
    boolean byCourt = standing == Standing.FORBIDDEN && forbiddenBasis == Basis.COURT_DECISION;
    standing = Standing.FORBIDDEN;
    together = null;
    if (!byCourt || terms.byCourt()) {
      forbiddenBasis = terms.basis();
      forbiddenReference = terms.basisReference();
      forbiddenDecision = terms.decision();
    }
  }

  /** May meet the child from now on; what was booked before stays on record. */
  public void allow() {
    standing = Standing.ALLOWED;
    forbiddenBasis = null;
    forbiddenReference = null;
    forbiddenDecision = null;
  }

  /**
   * Whether a plan on these terms can let the person meet the child at all, once a second person
   * has agreed: not while a court forbids it and has decided nothing else.
   */
  public boolean releasable(PlanTerms terms) {
    return forbiddenBasis != Basis.COURT_DECISION
        || terms.byCourt() && !terms.onDecision(forbiddenDecision, forbiddenReference);
  }

  /** Who it is in the register; null when nobody there. */
  public void is(PersonId person) {
    this.person = person == null ? null : person.value();
  }

  /** Allowed only while all of these siblings are there; null when each may be met alone. */
  public void onlyWith(TogetherId together) {
    this.together = together == null ? null : together.value();
  }

  /**
   * Who it was is not known any more.
   *
   * @param nobody sealed, in the place of the name
   */
  public void forget(byte[] nobody) {
    this.name = nobody;
    this.person = null;
    this.forbiddenReference = null;
    this.forbiddenDecision = null;
  }

  public PlanPersonId id() {
    return new PlanPersonId(id);
  }

  public PlanId plan() {
    return new PlanId(plan);
  }

  /** Null for somebody whom the register does not know. */
  public PersonId person() {
    return person == null ? null : new PersonId(person);
  }

  /** Null when the person may meet the child without siblings. */
  public TogetherId together() {
    return together == null ? null : new TogetherId(together);
  }

  public byte[] name() {
    return name;
  }

  public String kin() {
    return kin;
  }

  /** Reference of the decision by which the person is forbidden; null when there is none. */
  public String forbiddenReference() {
    return forbiddenReference;
  }

  /** On what the person is forbidden; null while they are not. */
  public Basis forbiddenBasis() {
    return forbiddenBasis;
  }

  public boolean forbidden() {
    return standing == Standing.FORBIDDEN;
  }

  public Standing standing() {
    return standing;
  }
}
