package org.opora.supervisedcontacts.plans.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.Ids;

/** Where a plan lets the child meet its people: a code of the list {@link Places#LIST}. */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "PLAN_PLACE")
public class PlanPlace {
  @Id private UUID id;
  private UUID plan;
  private String place;

  protected PlanPlace() {}

  public PlanPlace(PlanId plan, String place) {
    this.id = Ids.next();
    this.plan = plan.value();
    this.place = place;
  }

  public PlanId plan() {
    return new PlanId(plan);
  }

  public String place() {
    return place;
  }
}
