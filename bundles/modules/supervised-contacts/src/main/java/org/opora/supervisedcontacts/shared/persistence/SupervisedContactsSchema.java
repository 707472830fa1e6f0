package org.opora.supervisedcontacts.shared.persistence;

import java.util.List;
import org.opora.api.persistence.spi.Schema;
import org.opora.supervisedcontacts.SupervisedContactsModule;
import org.opora.supervisedcontacts.contacts.domain.Attendance;
import org.opora.supervisedcontacts.contacts.domain.AttendsAs;
import org.opora.supervisedcontacts.contacts.domain.Contact;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.domain.ContactRecord;
import org.opora.supervisedcontacts.contacts.domain.FormerRoom;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.PlanPerson;
import org.opora.supervisedcontacts.plans.domain.PlanPlace;
import org.opora.supervisedcontacts.plans.domain.TogetherChild;
import org.osgi.service.component.annotations.Component;

/** The module's tables. */
@Component
public final class SupervisedContactsSchema implements Schema {
  @Override
  public String unit() {
    return SupervisedContactsModule.ID;
  }

  @Override
  public List<Class<?>> entities() {
    return List.of(
        ContactPlan.class,
        PlanPerson.class,
        TogetherChild.class,
        PlanPlace.class,
        Contact.class,
        ContactChild.class,
        ContactRecord.class,
        Attendance.class,
        AttendsAs.class,
        FormerRoom.class);
  }

  @Override
  public List<String> personColumns() {
    return List.of(
        "CONTACT_PLAN.CHILD",
        "PLAN_PERSON.PERSON",
        "TOGETHER_CHILD.CHILD",
        "CONTACT_CHILD.CHILD",
        "ATTENDANCE.PERSON");
  }

  @Override
  public List<String> fileColumns() {
    return List.of(
        "CONTACT_PLAN.CASE_FILE",
        "CONTACT_PLAN.CHILD_FILE",
        "CONTACT_CHILD.CASE_FILE",
        "CONTACT_CHILD.CHILD_FILE");
  }
}
