package org.opora.supervisedcontacts.contacts.application;

import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.plans.domain.PlanPersonId;

/**
 * Somebody who comes to a contact: one of its children, or whom a plan names.
 *
 * @param child null for whom a plan names
 * @param person as one of the plans names them; null for a child
 */
public record Whom(ContactChildId child, PlanPersonId person) {
  public Whom {
    if ((child == null) == (person == null)) {
      throw new IllegalArgumentException("either a child or somebody whom it meets");
    }
  }

  public static Whom child(ContactChildId child) {
    return new Whom(child, null);
  }

  public static Whom person(PlanPersonId person) {
    return new Whom(null, person);
  }
}
