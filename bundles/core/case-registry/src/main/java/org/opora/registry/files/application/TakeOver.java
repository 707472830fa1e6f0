package org.opora.registry.files.application;

import java.time.LocalDate;
import org.opora.api.access.Viewer;
import org.opora.api.files.Agreements;
import org.opora.api.files.Agreements.NewAgreement;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;
import org.opora.api.persistence.Transactions;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Writes down, by hand, an agreement that was concluded before the centre kept its records here.
 * One that was concluded later needs the recorded consent of the authority where the law asks for
 * it, and so goes the way of a new agreement.
 */
@Component(service = TakeOver.class)
public final class TakeOver {
  private final Transactions tx;
  private final Agreements agreements;
  private final LawBook law;

  @Activate
  public TakeOver(
      @Reference(target = "(opora.unit=case-registry)") Transactions tx,
      @Reference Agreements agreements,
      @Reference LawBook law) {
    this.tx = tx;
    this.agreements = agreements;
    this.law = law;
  }

  /**
   * @throws org.opora.api.faults.Refused when it was concluded since, and consent is asked for
   */
  public AgreementId conclude(Viewer viewer, CaseFileId file, NewAgreement agreement) {
    LocalDate concludedOn = Refusals.day("concludedOn", agreement.concludedOn());
    boolean consentAsked =
        law.agreements().flatMap(entry -> entry.consentAskedBy(concludedOn)).isPresent();
    LocalDate since = consentAsked ? since() : null;
    if (since != null && concludedOn.isAfter(since)) {
      throw Refusals.refused("concludedOn", "refused.agreement-needs-consent", since);
    }
    return agreements.conclude(viewer, file, agreement);
  }

  /** The day from which on agreements are concluded here step by step. */
  private LocalDate since() {
    return tx.read(
            em ->
                Sql.query(
                    em,
                    Clause.of("SELECT MIN(s.SINCE_DAY) FROM CASE_REGISTRY.AGREEMENTS_SINCE s"),
                    row -> Sql.day(row, 1)))
        .get(0);
  }
}
