package org.opora.supervisedcontacts.preparation.application;

import java.time.LocalDate;
import java.util.Set;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.preparation.domain.Chooser;
import org.opora.supervisedcontacts.preparation.domain.Circle;
import org.opora.supervisedcontacts.preparation.domain.PreparationId;
import org.opora.supervisedcontacts.preparation.domain.Whom;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;

/**
 * A preparation as pages show it.
 *
 * @param person null when it is nobody of the register, or the viewer may not see them
 * @param name of an adult; null for the child
 * @param opened whether the viewer reads the words; without that, all of them are null
 * @param narrows whether the viewer may take the child's words away from readers
 * @param struckOn null unless it was written down by mistake
 */
public record PreparationView(
    PreparationId id,
    long version,
    ChildOfFile whose,
    PersonName childName,
    PlanId plan,
    Whom whom,
    PersonId person,
    String name,
    LocalDate on,
    String by,
    String wants,
    String fears,
    String expects,
    Set<Circle> readers,
    Chooser chosenBy,
    LocalDate chosenOn,
    boolean opened,
    boolean narrows,
    LocalDate struckOn,
    String struckBy) {
  public boolean ofChild() {
    return whom == Whom.CHILD;
  }
}
