package org.opora.registry.grant.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.opora.registry.files.domain.Agreement;
import org.opora.registry.grant.domain.Settlement;
import org.opora.registry.grant.persistence.AgreementQueries;

/** Whether the end of an agreement is reported: its settlement says so, and nothing else. */
public final class EndReports {
  private EndReports() {}

  /** The page on which it is written down. */
  public static String page(Agreement agreement) {
    return sheet(agreement) + "?year=" + agreement.endedOn().getYear();
  }

  /** Those pages of any last day, as a database compares them. */
  public static String pages(Agreement agreement) {
    return sheet(agreement) + "?year=%";
  }

  private static String sheet(Agreement agreement) {
    return "/grant/agreements/" + agreement.id();
  }

  static Optional<Settlement> settlement(EntityManager em, Agreement agreement) {
    return new AgreementQueries(em)
        .settlements(List.of(agreement.id())).getOrDefault(agreement.id(), List.of()).stream()
            .filter(one -> one.lastDay().equals(agreement.endedOn()))
            .findFirst();
  }

  /** Whether the end on its last day is reported. */
  public static boolean reported(EntityManager em, Agreement agreement) {
    return settlement(em, agreement).filter(one -> one.reportedOn() != null).isPresent();
  }
}
