package org.opora.supervisedcontacts.contacts.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;

/** A person expected at a contact, and whether they came. */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "ATTENDANCE")
public class Attendance {
  @Id private UUID id;
  private UUID contact;

  @Column(name = "PLAN_PERSON")
  private UUID planPerson;

  private Boolean came;

  protected Attendance() {}

  public Attendance(UUID id, ContactId contact, PlanPersonId person) {
    this.id = id;
    this.contact = contact.value();
    this.planPerson = person.value();
  }

  public void came(boolean came) {
    this.came = came;
  }

  public ContactId contact() {
    return new ContactId(contact);
  }

  public PlanPersonId planPerson() {
    return new PlanPersonId(planPerson);
  }

  /** Null until the contact is written down. */
  public Boolean came() {
    return came;
  }
}
