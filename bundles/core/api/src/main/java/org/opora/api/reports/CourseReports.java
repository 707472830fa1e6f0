package org.opora.api.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Viewer;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.osgi.annotation.versioning.ProviderType;

/** Reports on the course of care, for whoever shows that they are there. */
@ProviderType
public interface CourseReports {
  /**
   * Reports of a file, the last one first; those withdrawn are left out.
   *
   * @throws org.opora.api.faults.NotFound when the viewer may not know of the file
   */
  List<Line> of(Viewer viewer, CaseFileId file);

  /** What asked for it. */
  enum Kind {
    /** Every so often. */
    PERIODIC,
    /** The end of the agreement. */
    FINAL,
    /** A court or an authority, by a day that it set. */
    ON_REQUEST
  }

  /** How far it has come. */
  enum State {
    /** It is written. */
    DRAFT,
    /** The carers are made acquainted with it, and may add what they think. */
    STATEMENT,
    /** Somebody who did not write it has approved it. */
    APPROVED,
    /** It is made out: nobody changes it any more, and it goes to whom it concerns. */
    LOCKED,
    /** It was begun by mistake. */
    WITHDRAWN
  }

  /**
   * @param due last day on which it has to be made out; null when nobody says
   * @param madeOutOn null until then
   * @param left to how many it has not been delivered yet; 0 until it is made out
   */
  record Line(
      UUID id,
      AgreementId agreement,
      Kind kind,
      State state,
      LocalDate from,
      LocalDate until,
      LocalDate due,
      LocalDate madeOutOn,
      int left) {}
}
