package org.opora.supervisedcontacts.contacts.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.Ids;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;

/** As whom of a child's plan somebody attends: the name stands there, sealed for that child. */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "ATTENDS_AS")
public class AttendsAs {
  @Id private UUID id;
  private UUID attendance;

  @Column(name = "CONTACT_CHILD")
  private UUID contactChild;

  @Column(name = "PLAN_PERSON")
  private UUID planPerson;

  protected AttendsAs() {}

  public AttendsAs(Attendance attendance, ContactChildId child, PlanPersonId person) {
    this.id = Ids.next();
    this.attendance = attendance.id();
    this.contactChild = child.value();
    this.planPerson = person.value();
  }

  /** Key of the attendance. */
  public UUID attendance() {
    return attendance;
  }

  public ContactChildId contactChild() {
    return new ContactChildId(contactChild);
  }

  public PlanPersonId planPerson() {
    return new PlanPersonId(planPerson);
  }
}
