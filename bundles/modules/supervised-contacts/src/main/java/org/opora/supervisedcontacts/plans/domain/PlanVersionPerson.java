package org.opora.supervisedcontacts.plans.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.Ids;

/** What somebody might while a plan read as it did. */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "PLAN_VERSION_PERSON")
public class PlanVersionPerson {
  @Id private UUID id;

  @Column(name = "PLAN_VERSION", updatable = false)
  private UUID version;

  @Column(name = "PLAN_PERSON", updatable = false)
  private UUID person;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Standing standing;

  @Column(updatable = false)
  private UUID together;

  protected PlanVersionPerson() {}

  public PlanVersionPerson(UUID version, PlanPerson read) {
    this.id = Ids.next();
    this.version = version;
    this.person = read.id().value();
    this.standing = read.standing();
    this.together = read.together() == null ? null : read.together().value();
  }

  /** Key of the {@link PlanVersion}. */
  public UUID version() {
    return version;
  }

  public PlanPersonId person() {
    return new PlanPersonId(person);
  }

  public Standing standing() {
    return standing;
  }

  /** Null when the person might meet the child without siblings. */
  public TogetherId together() {
    return together == null ? null : new TogetherId(together);
  }
}
