package org.opora.api.files;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.PlacementId;
import org.opora.api.people.PersonName;
import org.osgi.annotation.versioning.ProviderType;

/** Stays of children in families. */
@ProviderType
public interface Placements {
  /**
   * @param courtReference reference of the decision, as written; null when not known
   */
  PlacementId place(
      Viewer viewer, CaseFileId file, PersonId child, LocalDate from, String courtReference);

  /** {@code lastDay} is the last day of the stay. */
  void end(Viewer viewer, PlacementId placement, LocalDate lastDay);

  /**
   * Corrects what was written down.
   *
   * @param until last day of the stay; null while it lasts
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  void amend(
      Viewer viewer,
      PlacementId placement,
      long version,
      LocalDate from,
      LocalDate until,
      String courtReference);

  /**
   * @throws org.opora.api.faults.NotFound also when the viewer may not know of it
   */
  Stay find(Viewer viewer, PlacementId placement);

  /** Stays in this file, those that last first, then the newest. */
  List<Stay> of(Viewer viewer, CaseFileId file);

  /**
   * The stay of one child.
   *
   * @param version for the edit form
   * @param until last day; null while it lasts
   * @param courtReference as written; null when not known
   */
  record Stay(
      PlacementId id,
      long version,
      CaseFileId file,
      PersonId child,
      ChildFileId childFile,
      PersonName name,
      LocalDate birthDate,
      LocalDate from,
      LocalDate until,
      String courtReference) {}
}
