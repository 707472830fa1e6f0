package org.opora.registry.stories;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.opora.api.care.Visits.ChildPart;
import org.opora.api.care.Visits.NewVisit;
import org.opora.api.care.Visits.Place;
import org.opora.api.care.Visits.ViewLearntBy;
import org.opora.api.ids.PersonId;

/** Visits at home. */
final class StoryVisits {
  private StoryVisits() {}

  /** Everybody was there, and each child was seen alone. */
  static NewVisit everybody(LocalDate on, List<PersonId> carers, List<PersonId> children) {
    return everybody(on, carers, children, "Klidná návštěva.");
  }

  static NewVisit everybody(
      LocalDate on, List<PersonId> carers, List<PersonId> children, String note) {
    Set<PersonId> present = new HashSet<>(carers);
    present.addAll(children);
    return new NewVisit(
        on,
        null,
        60,
        true,
        Place.HOME,
        present,
        children.stream()
            .map(child -> new ChildPart(child, true, null, "Chci kolo.", ViewLearntBy.CONVERSATION))
            .toList(),
        note);
  }
}
