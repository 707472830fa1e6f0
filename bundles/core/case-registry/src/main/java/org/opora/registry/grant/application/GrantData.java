package org.opora.registry.grant.application;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.opora.api.people.spi.PersonDataOwner.Fact;
import org.opora.registry.grant.domain.Money;
import org.opora.registry.grant.persistence.ExpenseQueries;
import org.opora.registry.shared.application.Refusals;

/**
 * What is kept of a person because money was spent for them. It accounts for money of the state and
 * stays, without the name of the person.
 */
public final class GrantData {
  public static final List<String> PLACES = List.of("Expense t WHERE t.child");

  private GrantData() {}

  public static List<Fact> of(EntityManager em, List<UUID> known) {
    return new ExpenseQueries(em)
        .ofPeople(known).stream()
            .map(
                row ->
                    new Fact(
                        Refusals.text("field.grant-expense"),
                        row.on() + ", " + Money.crowns(row.amount()).toPlainString() + " Kč"))
            .toList();
  }
}
