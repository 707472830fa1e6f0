package org.opora.registry.house.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.registry.house.domain.Insurance;
import org.opora.registry.house.domain.MandateState;
import org.opora.registry.shared.application.Refusals;

/** What the region has to learn of the house, and that it did: what the duties are counted from. */
record MandateProof(Evidence evidence) {
  void tell(MandateState row) {
    tell(row.id(), Kinds.MANDATE_CHANGED, row.from(), Kinds.MANDATE_NOTIFIED, row.notifiedOn());
  }

  void tell(Insurance row) {
    tell(
        row.id(),
        Kinds.INSURANCE_CONCLUDED,
        row.concludedOn(),
        Kinds.INSURANCE_COPIED,
        row.sentOn());
  }

  /**
   * @param doneOn null while it is not done; what was done ahead counts from the day of the event
   */
  private void tell(UUID record, String event, LocalDate on, String done, LocalDate doneOn) {
    List<NewFact> facts = new ArrayList<>();
    facts.add(NewFact.of(event, About.centre(), on).tiedTo(record.toString()));
    if (doneOn != null) {
      LocalDate since = doneOn.isBefore(on) ? on : doneOn;
      facts.add(NewFact.of(done, About.centre(), since).tiedTo(record.toString()));
    }
    evidence.record(Refusals.BUNDLE, record, facts);
  }
}
