package org.opora.supervisedcontacts.evaluations.application;

import org.opora.api.people.PersonName;
import org.opora.supervisedcontacts.evaluations.domain.Due;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;

/**
 * A plan whose contacts are to be evaluated.
 *
 * @param childName null when the viewer may not see it
 */
public record DueLine(
    PlanId plan, ChildOfFile whose, PersonName childName, Due due, boolean overdue) {}
