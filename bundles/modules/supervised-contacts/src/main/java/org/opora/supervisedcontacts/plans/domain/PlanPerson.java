package org.opora.supervisedcontacts.plans.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * A person whom a plan allows or forbids to meet the child. The name is sealed with the key of the
 * child's sub-file.
 */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "PLAN_PERSON")
public class PlanPerson {
  @Id private UUID id;
  private UUID plan;

  @Column(name = "NAME_S")
  private byte[] name;

  /** Code of what they are to the child. */
  private String kin;

  @Enumerated(EnumType.STRING)
  private Standing standing;

  protected PlanPerson() {}

  public PlanPerson(PlanPersonId id, PlanId plan, byte[] name, String kin, Standing standing) {
    this.id = id.value();
    this.plan = plan.value();
    this.name = name;
    this.kin = kin;
    this.standing = standing;
  }

  /** What the person may from now on; what was booked before stays on record. */
  public void stands(Standing standing) {
    this.standing = standing;
  }

  /**
   * Who it was is not known any more.
   *
   * @param nobody sealed, in the place of the name
   */
  public void forget(byte[] nobody) {
    this.name = nobody;
  }

  public PlanPersonId id() {
    return new PlanPersonId(id);
  }

  public PlanId plan() {
    return new PlanId(plan);
  }

  public byte[] name() {
    return name;
  }

  public String kin() {
    return kin;
  }

  public Standing standing() {
    return standing;
  }
}
