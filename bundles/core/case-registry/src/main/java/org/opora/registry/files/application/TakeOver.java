package org.opora.registry.files.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.persistence.Clause;
import org.opora.registry.shared.persistence.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Which agreements may be written down by hand as they are: those that were concluded before the
 * centre kept its records here. One that was concluded later needs the recorded consent of the
 * authority where the law asks for it, and so goes the way of a new agreement.
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
        law.agreements().flatMap(entry -> entry.consentAskedBy(concludedOn)).isPresent();
    LocalDate since = consentAsked ? since(em) : null;
    if (since != null && concludedOn.isAfter(since)) {
      throw Refusals.refused("concludedOn", "refused.agreement-needs-consent", since);
    }
  }

  /** The day from which on agreements are concluded here step by step. */
  private static LocalDate since(EntityManager em) {
    return Sql.query(
            em,
            Clause.of("SELECT MIN(s.SINCE_DAY) FROM CASE_REGISTRY.AGREEMENTS_SINCE s"),
            row -> Sql.day(row, 1))
        .get(0);
  }
}
