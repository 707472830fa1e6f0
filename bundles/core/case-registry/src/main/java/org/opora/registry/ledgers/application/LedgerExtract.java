package org.opora.registry.ledgers.application;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.opora.api.people.spi.PersonDataOwner.Fact;
import org.opora.registry.ledgers.domain.BalanceEntry;
import org.opora.registry.ledgers.domain.DutyExcuse;
import org.opora.registry.ledgers.domain.EducationEntry;
import org.opora.registry.ledgers.domain.HelpEntry;
import org.opora.registry.ledgers.domain.RespiteEntry;
import org.opora.registry.shared.application.Refusals;

/**
 * What the ledgers say of a person, for the person's own extract. Their words are named with the
 * file in which they stand, because they may speak of others.
 */
public final class LedgerExtract {
  /** Where a person is named. */
  public static final List<String> PLACES =
      List.of(
          "EducationEntry t WHERE t.carer",
          "HelpEntry t WHERE t.carer",
          "RespiteEntry t WHERE t.child",
          "RespiteCarer t WHERE t.carer",
          "DutyExcuse t WHERE t.person",
          "BalanceEntry t WHERE t.person");

  private LedgerExtract() {}

  /** What counts, from the earliest on. */
  public static List<Fact> of(EntityManager em, List<UUID> known) {
    List<Fact> facts = new ArrayList<>();
    em.createQuery(
            "SELECT t FROM EducationEntry t WHERE t.goneOn IS NULL AND t.carer IN :known ORDER BY"
                + " t.day, t.id",
            EducationEntry.class)
        .setParameter("known", known)
        .getResultList()
        .forEach(row -> facts.add(fact(row.code(), row.day() + ", " + row.minutes() + " min")));
    em.createQuery(
            "SELECT t FROM HelpEntry t WHERE t.goneOn IS NULL AND t.carer IN :known ORDER BY t.day,"
                + " t.id",
            HelpEntry.class)
        .setParameter("known", known)
        .getResultList()
        .forEach(row -> facts.add(fact(row.code(), row.day().toString())));
    em.createQuery(
            "SELECT t FROM RespiteEntry t WHERE t.goneOn IS NULL AND (t.child IN :known OR t.id IN"
                + " (SELECT c.respite FROM RespiteCarer c WHERE c.carer IN :known)) ORDER BY"
                + " t.firstDay, t.id",
            RespiteEntry.class)
        .setParameter("known", known)
        .getResultList()
        .forEach(row -> facts.add(fact(row.code(), row.day() + " - " + row.last())));
    em.createQuery(
            "SELECT t FROM DutyExcuse t WHERE t.goneOn IS NULL AND t.person IN :known ORDER BY"
                + " t.firstDay, t.id",
            DutyExcuse.class)
        .setParameter("known", known)
        .getResultList()
        .forEach(
            row ->
                facts.add(
                    fact(row.code(), row.day() + " - " + (row.last() == null ? "" : row.last()))));
    em.createQuery(
            "SELECT t FROM BalanceEntry t WHERE t.goneOn IS NULL AND t.person IN :known ORDER BY"
                + " t.asOf, t.id",
            BalanceEntry.class)
        .setParameter("known", known)
        .getResultList()
        .forEach(row -> facts.add(fact(row.code(), row.day() + said(row))));
    return facts;
  }

  private static String said(BalanceEntry row) {
    return row.quantity() == null ? "" : ", " + row.quantity().toPlainString();
  }

  private static Fact fact(String code, String said) {
    return new Fact(Refusals.text("field.ledger-" + code), said);
  }
}
