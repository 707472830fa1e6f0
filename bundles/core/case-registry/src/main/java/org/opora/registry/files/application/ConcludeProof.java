package org.opora.registry.files.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.registry.files.domain.Proposal;
import org.opora.registry.files.domain.ProposalStep;
import org.opora.registry.shared.application.Refusals;

/**
 * Since when an agreement has to be concluded, and since when not any more: what the duty is
 * counted from. The record behind it is the inquiry, which the chronology of the file shows.
 */
record ConcludeProof(Evidence evidence) {
  /**
   * @param steps all that it took, oldest first
   */
  void tell(Proposal row, List<ProposalStep> steps) {
    UUID inquiry = steps.get(0).id();
    // Those that were there before this was counted are known by the key of the step alone.
    evidence.record(Refusals.BUNDLE, inquiry, List.of());
    evidence.record(Refusals.BUNDLE, FileStory.source(ProposalsDesk.INQUIRY, inquiry), facts(row));
  }

  private static List<NewFact> facts(Proposal row) {
    LocalDate force = row.decisionForceOn();
    if (force == null) {
      return List.of();
    }
    String key = row.id().toString();
    About about = About.agreement(row.file(), row.id());
    List<NewFact> facts = new ArrayList<>();
    facts.add(NewFact.of(Kinds.AGREEMENT_OWED, about, force).tiedTo(key));
    if (row.settled()) {
      // Nothing is done before it is owed: an agreement may be signed before the decision is final.
      LocalDate on = row.stateSince().isBefore(force) ? force : row.stateSince();
      facts.add(NewFact.of(Kinds.AGREEMENT_SETTLED, about, on).tiedTo(key));
    }
    return facts;
  }
}
