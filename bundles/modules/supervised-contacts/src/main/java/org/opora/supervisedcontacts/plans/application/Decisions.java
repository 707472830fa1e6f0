package org.opora.supervisedcontacts.plans.application;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.access.Viewer;
import org.opora.api.legal.LegalPosition;
import org.opora.api.legal.LegalPosition.Decision;
import org.opora.supervisedcontacts.plans.domain.PlanTerms;
import org.opora.supervisedcontacts.shared.application.Refusals;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;

/** Decisions of courts about a child, as plans rest on them. */
record Decisions(LegalPosition legal) {
  /** Whether the plan holds on days on which the decision behind it has no effect. */
  boolean beyond(Viewer viewer, ChildOfFile whose, PlanTerms terms) {
    Decision decision = decision(viewer, whose, terms.decision(), terms.validFrom());
    if (decision == null || !terms.byCourt()) {
      return false;
    }
    LocalDate last = decision.until();
    return terms.validFrom().isBefore(decision.force())
        || last != null && (terms.validUntil() == null || terms.validUntil().isAfter(last));
  }

  /**
   * The decision behind a plan, where the viewer may read it and it has effect on the first day of
   * the plan or today.
   *
   * @param decision null for none
   * @return null when there is none that the viewer reads
   */
  Decision decision(Viewer viewer, ChildOfFile whose, UUID decision, LocalDate day) {
    if (decision == null || !legal.reads(viewer, whose.child())) {
      return null;
    }
    return Stream.of(day, viewer.today())
        .distinct()
        .flatMap(on -> legal.decisions(viewer, whose.child(), on).stream())
        .filter(one -> one.id().equals(decision))
        .findFirst()
        .orElse(null);
  }

  /**
   * What is chosen is a decision about this child.
   *
   * @param held what the plan rests on already, which may stay whatever became of it
   * @throws org.opora.api.faults.Refused beside {@code decision} otherwise
   */
  void known(Viewer viewer, ChildOfFile whose, PlanTerms terms, UUID held) {
    if (terms.decision() != null
        && !terms.decision().equals(held)
        && (!terms.byCourt()
            || decision(viewer, whose, terms.decision(), terms.validFrom()) == null)) {
      throw Refusals.refused("decision", "plan.decision.unknown");
    }
  }
}
