package org.opora.api.care;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.VisitId;
import org.osgi.annotation.versioning.ProviderType;

/** Visits: one save counts for everybody who was present. */
@ProviderType
public interface Visits {
  String READ = "registry.visit.read";
  String WRITE = "registry.visit.write";

  /** Kind of the evidence a visit leaves for each person met. */
  String EVIDENCE = "visit";

  /**
   * @throws org.opora.api.faults.Refused when a field is wrong: date in the future, nobody present, a child neither seen alone nor a reason
   */
  VisitId record(Viewer viewer, CaseFileId file, NewVisit visit);

  enum Place {
    HOME,
    CENTRE,
    SCHOOL,
    OUTDOORS,
    FACILITY,
    OTHER
  }

  /** How the child's own view was learnt. */
  enum ViewLearntBy {
    CONVERSATION,
    PLAY,
    DRAWING,
    OBSERVATION,
    CARER_REPORTED,
    NOT_LEARNT
  }

  /**
   * @param on not in the future
   * @param start time of day, or null
   * @param minutes length, or null
   * @param present everybody who was there, at least one
   * @param children one entry for each child present
   * @param note what happened; sealed
   */
  record NewVisit(
      LocalDate on,
      LocalTime start,
      Integer minutes,
      boolean announced,
      Place place,
      Set<PersonId> present,
      List<ChildPart> children,
      String note) {}

  /**
   * @param notAloneReason why the child was not seen alone; null when it was
   * @param view the child's own view, in its own words if possible; null when not learnt
   */
  record ChildPart(PersonId child, boolean seenAlone, String notAloneReason, String view, ViewLearntBy learntBy) {}
}
