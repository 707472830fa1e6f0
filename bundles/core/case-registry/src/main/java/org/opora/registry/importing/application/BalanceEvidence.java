package org.opora.registry.importing.application;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.opora.api.evidence.About;
import org.opora.api.evidence.Evidence;
import org.opora.api.evidence.Kinds;
import org.opora.api.evidence.NewFact;
import org.opora.api.files.CaseFiles;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.registry.importing.domain.OpeningBalance;
import org.opora.registry.shared.application.Refusals;

/**
 * What opening balances prove once a person has confirmed them: how an account stood on the day the
 * former records came.
 */
record BalanceEvidence(Evidence evidence) {
  private static final String DAYS = "d";

  /**
   * Hours are a carer's own. Days of respite were counted for the family: they are taken from each
   * carer of it, and from a child only where it is the one child there, because of several nobody
   * knows whose they were.
   *
   * @param row confirmed
   */
  void prove(OpeningBalance row, CaseFiles.Header header) {
    switch (row.kind()) {
      case EDUCATION_HOURS -> record(row, Kinds.EDUCATION, Evidence.HOURS, whose(row));
      case RESPITE_DAYS -> record(row, Kinds.RESPITE, DAYS, restedOrSaid(row, header));
      case NOTE -> silence(row.id());
    }
  }

  private static Stream<PersonId> whose(OpeningBalance row) {
    return Stream.of(row)
        .filter(one -> one.person() != null)
        .map(one -> new PersonId(one.person()));
  }

  private static Stream<PersonId> restedOrSaid(OpeningBalance row, CaseFiles.Header header) {
    return row.person() != null
        ? whose(row)
        : Stream.concat(
            header.carers().stream().map(CaseFiles.Carer::person),
            header.children().stream()
                .filter(child -> header.children().size() == 1)
                .map(CaseFiles.Child::person));
  }

  private void record(OpeningBalance row, String kind, String unit, Stream<PersonId> people) {
    List<NewFact> facts =
        people
            .distinct()
            .map(
                person ->
                    NewFact.of(
                            kind, About.person(new CaseFileId(row.caseFile()), person), row.asOf())
                        .amounting(row.quantity(), unit)
                        .takenOver())
            .toList();
    evidence.record(Refusals.BUNDLE, row.id(), facts);
  }

  /** It proves nothing any more. */
  void silence(UUID balance) {
    evidence.record(Refusals.BUNDLE, balance, List.of());
  }
}
