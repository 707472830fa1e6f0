package org.opora.registry.views.application;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.opora.api.care.Visits.ViewLearntBy;
import org.opora.api.ids.PersonId;
import org.opora.registry.views.domain.Chooser;
import org.opora.registry.views.domain.Circle;

/**
 * What a child said, as far as the viewer may read it.
 *
 * @param words null where the child lets the viewer not read them
 * @param by name of whoever wrote it down; null when nobody knows any more
 */
public record Said(
    UUID id,
    long version,
    PersonId child,
    LocalDate on,
    String words,
    ViewLearntBy learntBy,
    Set<Circle> readers,
    Chooser chosenBy,
    LocalDate chosenOn,
    String by) {
  public boolean kept() {
    return words == null;
  }

  public boolean learnt() {
    return learntBy != ViewLearntBy.NOT_LEARNT;
  }
}
