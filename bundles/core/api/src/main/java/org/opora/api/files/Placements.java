package org.opora.api.files;

import java.time.LocalDate;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.PlacementId;
import org.osgi.annotation.versioning.ProviderType;

/** Stays of children in families. */
@ProviderType
public interface Placements {
  /**
   * @param courtReference reference of the decision, as written; null when not known
   */
  PlacementId place(Viewer viewer, CaseFileId file, PersonId child, LocalDate from, String courtReference);

  /** {@code lastDay} is the last day of the stay. */
  void end(Viewer viewer, PlacementId placement, LocalDate lastDay);
}
