package org.opora.registry.files.persistence;

import java.util.List;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.files.domain.Amendment;
import org.opora.registry.files.domain.ArchiveSearch;
import org.opora.registry.files.domain.ArchivedFile;
import org.opora.registry.files.domain.Assignment;
import org.opora.registry.files.domain.CaseFile;
import org.opora.registry.files.domain.ChildFile;
import org.opora.registry.files.domain.Doubt;
import org.opora.registry.files.domain.Ending;
import org.opora.registry.files.domain.FileCarer;
import org.opora.registry.files.domain.FileWeight;
import org.opora.registry.files.domain.Granted;
import org.opora.registry.files.domain.Handover;
import org.opora.registry.files.domain.HandoverEnded;
import org.opora.registry.files.domain.HandoverLine;
import org.opora.registry.files.domain.HandoverMoved;
import org.opora.registry.files.domain.NumberSeries;
import org.opora.registry.files.domain.OvertakenEnd;
import org.opora.registry.files.domain.Placement;
import org.opora.registry.files.domain.Proposal;
import org.opora.registry.files.domain.ProposalStep;
import org.opora.registry.files.domain.Reopened;
import org.opora.registry.files.domain.StageReached;
import org.opora.registry.shared.persistence.Tables;

/** The tables of case files. */
public final class FileTables {
  public static final Tables ROOM =
      new Tables(
          List.of(
              CaseFile.class,
              NumberSeries.class,
              FileCarer.class,
              Assignment.class,
              Agreement.class,
              Amendment.class,
              Ending.class,
              OvertakenEnd.class,
              Proposal.class,
              ProposalStep.class,
              ChildFile.class,
              Placement.class,
              Doubt.class,
              Granted.class,
              Handover.class,
              HandoverLine.class,
              HandoverEnded.class,
              HandoverMoved.class,
              FileWeight.class,
              StageReached.class,
              Reopened.class,
              ArchivedFile.class,
              ArchiveSearch.class),
          List.of(
              "FILE_CARER.PERSON",
              "PLACEMENT.CHILD",
              "CHILD_FILE.CHILD",
              "DOUBT.PERSON",
              "HANDOVER_LINE.PERSON"),
          List.of(
              "FILE_CARER.FILE",
              "ASSIGNMENT.FILE",
              "AGREEMENT.FILE",
              "AGREEMENT_END_BEFORE.FILE",
              "AGREEMENT_PROPOSAL.FILE",
              "AGREEMENT_STEP.FILE",
              "AGREEMENT_AMENDMENT.FILE",
              "PLACEMENT.FILE",
              "PLACEMENT.CHILD_FILE",
              "HANDOVER.FILE",
              "FILE_WEIGHT.FILE",
              "APPLICANT_STAGE.FILE",
              "FILE_REOPENED.FILE",
              "FILE_ARCHIVED.FILE"));

  private FileTables() {}
}
