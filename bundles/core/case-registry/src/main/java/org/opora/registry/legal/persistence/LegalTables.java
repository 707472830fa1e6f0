package org.opora.registry.legal.persistence;

import java.util.List;
import org.opora.registry.legal.domain.CourtDecision;
import org.opora.registry.legal.domain.Entrusted;
import org.opora.registry.legal.domain.Representative;
import org.opora.registry.legal.domain.Withdrawal;
import org.opora.registry.shared.persistence.Tables;

/** The tables of the legal position of children. */
public final class LegalTables {
  public static final Tables ROOM =
      new Tables(
          List.of(CourtDecision.class, Entrusted.class, Representative.class, Withdrawal.class),
          List.of(
              "COURT_DECISION.CHILD",
              "ENTRUSTED.PERSON",
              "REPRESENTATIVE.CHILD",
              "REPRESENTATIVE.PERSON"),
          List.of());

  private LegalTables() {}
}
