package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import org.opora.api.files.EndingWay;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.files.persistence.KeptHere;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What may be written down by hand as it is: agreements that were concluded, and that ended, before
 * the centre kept its records here. One that was concluded later needs the recorded consent of the
 * authority where the law asks for it, and so goes the way of a new agreement; the last day of one
 * that ended later is computed.
 */
@Component(service = TakeOver.class)
public final class TakeOver {
  private final LawBook law;

  @Activate
  public TakeOver(@Reference LawBook law) {
    this.law = law;
  }

  /**
   * @throws org.opora.api.faults.Refused when it was concluded since, and consent is asked for
   */
  void check(EntityManager em, LocalDate concludedOn) {
    boolean consentAsked =
        law.agreementsOrRefuse().flatMap(entry -> entry.consentAskedBy(concludedOn)).isPresent();
    LocalDate since = consentAsked ? KeptHere.since(em) : null;
    if (since != null && concludedOn.isAfter(since)) {
      throw Refusals.refused("concludedOn", "refused.agreement-needs-consent", since);
    }
  }

  /**
   * @param signed day of the signature as typed, or the first day in force
   * @param endedOn last day as typed; null when there is none any more
   * @throws org.opora.api.faults.Refused when it ended since, and the law says on which day
   */
  void checkEnd(EntityManager em, Agreement row, LocalDate signed, LocalDate endedOn) {
    if (endedOn != null && !isTyped(em, row, signed, endedOn)) {
      throw Refusals.refused("endedOn", "refused.agreement-end-computed", KeptHere.since(em));
    }
  }

  /** Whether there is a last day that may be typed. */
  boolean endTyped(EntityManager em, Agreement row) {
    return row.endKnownByDayOnly() && isTyped(em, row, row.signedOrBegun(), row.concludedOn());
  }

  private boolean isTyped(EntityManager em, Agreement row, LocalDate signed, LocalDate day) {
    LocalDate since = KeptHere.since(em);
    return since == null
        || day.isBefore(since)
        || !new EndingRules(law.agreements(), AgreementRows.optedIn(em, row))
            .computes(EndingWay.CARER_NOTICE, signed, day);
  }
}
