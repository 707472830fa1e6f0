package org.opora.registry.ledgers.application;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.registry.ledgers.domain.BalanceEntry;
import org.opora.registry.ledgers.domain.BalanceKind;
import org.opora.registry.ledgers.persistence.LedgerQueries;

/**
 * Which entries are in an opening balance already, so that they count nothing besides it.
 *
 * @param balances those that count, the latest first
 * @param keys every key of whom they are about
 */
record Balanced(List<BalanceEntry> balances, Map<PersonId, Set<PersonId>> keys) {
  static Balanced of(EntityManager em, CaseFileId file, BalanceKind kind) {
    LedgerQueries queries = new LedgerQueries(em);
    List<BalanceEntry> balances = queries.balances(file, kind);
    return new Balanced(
        balances,
        queries.keys(
            balances.stream()
                .filter(one -> one.origin().person() != null)
                .map(one -> one.origin().person())
                .toList()));
  }

  /** As of which day the balance is that has some of these days in it; null when none has. */
  LocalDate on(PersonId person, LocalDate first, LocalDate last) {
    return balances.stream()
        .filter(one -> about(one, person))
        .findFirst()
        .filter(one -> one.covers(first, last))
        .map(BalanceEntry::day)
        .orElse(null);
  }

  private boolean about(BalanceEntry one, PersonId person) {
    PersonId whose = one.origin().person();
    return whose == null || whose.equals(person) || keys.get(whose).contains(person);
  }
}
