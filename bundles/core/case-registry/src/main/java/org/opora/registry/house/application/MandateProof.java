package org.opora.registry.house.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.registry.house.domain.Insurance;
import org.opora.registry.house.domain.Mandate;
import org.opora.registry.house.domain.MandateState;
import org.opora.registry.house.domain.Renewal;
import org.opora.registry.house.domain.Renewal.Held;
import org.opora.registry.shared.application.Refusals;

/** What the region has to learn of the house, and that it did: what the duties are counted from. */
record MandateProof(Evidence evidence) {
  void tell(MandateState row) {
    evidence.record(
        Refusals.BUNDLE,
        row.id(),
        facts(
            row.id(), Kinds.MANDATE_CHANGED, row.from(), Kinds.MANDATE_NOTIFIED, row.notifiedOn()));
  }

  /** Of all mandates: what one of them says changes since when another one counts. */
  void tellMandates(List<Mandate> rows) {
    for (Mandate row : rows) {
      List<Held> others =
          others(rows, row, Mandate::id, one -> new Held(one.inForceFrom(), one.until()));
      evidence.record(
          Refusals.BUNDLE,
          row.id(),
          List.of(paper(Kinds.MANDATE, row.decidedOn(), row.inForceFrom(), row.until(), others)));
    }
  }

  /** Of all insurances, with whether a copy of each went to the region. */
  void tellInsurances(List<Insurance> rows) {
    for (Insurance row : rows) {
      List<Held> others =
          others(rows, row, Insurance::id, one -> new Held(one.since(), one.until()));
      List<NewFact> facts =
          facts(
              row.id(),
              Kinds.INSURANCE_CONCLUDED,
              row.concludedOn(),
              Kinds.INSURANCE_COPIED,
              row.sentOn());
      facts.add(paper(Kinds.INSURED, row.concludedOn(), row.since(), row.until(), others));
      evidence.record(Refusals.BUNDLE, row.id(), facts);
    }
  }

  private static <T> List<Held> others(
      List<T> rows, T row, Function<T, UUID> id, Function<T, Held> days) {
    return rows.stream().filter(one -> !id.apply(one).equals(id.apply(row))).map(days).toList();
  }

  private static NewFact paper(
      String kind, LocalDate decided, LocalDate from, LocalDate until, List<Held> others) {
    return NewFact.of(kind, About.centre(), Renewal.countsFrom(decided, from, others)).until(until);
  }

  /**
   * @param doneOn null while it is not done; what was done ahead counts from the day of the event
   */
  private static List<NewFact> facts(
      UUID record, String event, LocalDate on, String done, LocalDate doneOn) {
    List<NewFact> facts = new ArrayList<>();
    facts.add(NewFact.of(event, About.centre(), on).tiedTo(record.toString()));
    if (doneOn != null) {
      LocalDate since = doneOn.isBefore(on) ? on : doneOn;
      facts.add(NewFact.of(done, About.centre(), since).tiedTo(record.toString()));
    }
    return facts;
  }
}
