package org.opora.api.care;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.opora.api.access.Viewer;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.VisitId;
import org.opora.api.paging.Page;
import org.opora.api.people.PersonName;
import org.osgi.annotation.versioning.ProviderType;

/** Visits: one save counts for everybody who was present. */
@ProviderType
public interface Visits {
  String READ = "registry.visit.read";
  String WRITE = "registry.visit.write";

  /** Kind of the evidence a visit leaves for each person met. */
  String EVIDENCE = "visit";

  /**
   * @throws org.opora.api.faults.Refused when a field is wrong: date in the future, nobody present,
   *     a child neither seen alone nor a reason
   */
  VisitId record(Viewer viewer, CaseFileId file, NewVisit visit);

  /**
   * Corrects a visit that is not locked yet; what it proves follows.
   *
   * @throws org.opora.api.faults.Refused as for {@link #record}; also when it is locked
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  default void amend(Viewer viewer, VisitId visit, long version, NewVisit now) {
    amend(viewer, visit, version, now, null);
  }

  /**
   * Corrects a visit, or amends a locked one: then how it read before stays beside it.
   *
   * @param why at most 1,000 characters; required when the visit is locked, not kept otherwise
   * @throws org.opora.api.faults.Refused as for {@link #record}; also when the reason is missing
   * @throws org.opora.api.faults.Stale when the version is not the current one
   */
  void amend(Viewer viewer, VisitId visit, long version, NewVisit now, String why);

  /**
   * One visit with its opened text. What the viewer may not see of a child (the sub-file went
   * elsewhere) is left out of {@code children}.
   *
   * @throws org.opora.api.faults.NotFound also when the viewer may not know of the visit
   */
  VisitView view(Viewer viewer, VisitId visit);

  /** Visits of a file, newest first; those withdrawn or moved stand among them. */
  Page<VisitLine> of(Viewer viewer, CaseFileId file, String after, int limit);

  /**
   * What was learnt of one child at visits in every family, newest first: the child's part moves
   * with the child.
   */
  Page<ChildEntry> ofChild(Viewer viewer, ChildFileId child, String after, int limit);

  /**
   * When each child placed in the file now was last met, and what it last said, in every family.
   */
  List<ChildSeen> children(Viewer viewer, CaseFileId file);

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
   * @param travelMinutes minutes on the way there and back, or null
   * @param kilometres of the way there and back, or null
   */
  record NewVisit(
      LocalDate on,
      LocalTime start,
      Integer minutes,
      boolean announced,
      Place place,
      Set<PersonId> present,
      List<ChildPart> children,
      String note,
      Integer travelMinutes,
      Integer kilometres) {
    /** A visit about whose way nothing is known. */
    public NewVisit(
        LocalDate on,
        LocalTime start,
        Integer minutes,
        boolean announced,
        Place place,
        Set<PersonId> present,
        List<ChildPart> children,
        String note) {
      this(on, start, minutes, announced, place, present, children, note, null, null);
    }
  }

  /**
   * @param notAloneReason why the child was not seen alone; null when it was
   * @param view the child's own view, in its own words if possible; null when not learnt
   */
  record ChildPart(
      PersonId child,
      boolean seenAlone,
      String notAloneReason,
      String view,
      ViewLearntBy learntBy) {}

  /**
   * @param version for the edit form
   * @param present everybody who was there, carers first
   * @param by name of the writer
   * @param travelMinutes minutes on the way there and back, or null
   * @param kilometres of the way there and back, or null
   * @param openUntil last day on which it may be corrected without a trace, unless it is signed
   * @param locked whether whoever changes it has to say why, and how it read before stays
   * @param counts false once it was withdrawn, or moved to another file: then it proves nothing
   */
  record VisitView(
      VisitId id,
      long version,
      CaseFileId file,
      LocalDate on,
      LocalTime start,
      Integer minutes,
      boolean announced,
      Place place,
      List<Present> present,
      List<ChildPart> children,
      String note,
      String by,
      Integer travelMinutes,
      Integer kilometres,
      LocalDate openUntil,
      boolean locked,
      boolean counts) {}

  /** {@code child} says whether the person is or was a child placed in this file. */
  record Present(PersonId person, PersonName name, boolean child) {}

  /**
   * @param present how many people were met
   * @param counts false once it was withdrawn or moved
   */
  record VisitLine(
      VisitId id,
      LocalDate on,
      LocalTime start,
      Integer minutes,
      boolean announced,
      Place place,
      int present,
      String by,
      boolean counts) {}

  /**
   * {@code part} holds the opened text.
   *
   * @param file in which it was; the viewer may not know of it
   */
  record ChildEntry(CaseFileId file, LocalDate on, ChildPart part, String by) {}

  /**
   * @param lastSeen last visit at which the child was present, or null
   * @param viewOn visit at which the view was learnt, or null
   * @param view opened text of the child's last own view, or null
   */
  record ChildSeen(
      PersonId child,
      LocalDate lastSeen,
      boolean seenAlone,
      LocalDate viewOn,
      String view,
      ViewLearntBy learntBy) {}
}
