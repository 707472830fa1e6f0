package org.opora.registry.views.application;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.opora.api.care.Visits.ViewLearntBy;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.registry.views.domain.Chooser;
import org.opora.registry.views.domain.Circle;

/**
 * What a child said, as far as the viewer may read it.
 *
 * @param file in which it was written down
 * @param words null where the child lets the viewer not read them
 * @param by name of whoever wrote it down; null when nobody knows any more
 * @param narrows whether the viewer, who need not read it, can take it away from those who may
 */
public record Said(
    UUID id,
    long version,
    CaseFileId file,
    PersonId child,
    LocalDate on,
    String words,
    ViewLearntBy learntBy,
    Set<Circle> readers,
    Chooser chosenBy,
    LocalDate chosenOn,
    String by,
    boolean narrows) {
  public boolean kept() {
    return words == null;
  }

  public boolean learnt() {
    return learntBy != ViewLearntBy.NOT_LEARNT;
  }
}
