package org.opora.registry.grant.application;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.opora.api.people.spi.PersonDataOwner.Fact;
import org.opora.api.people.spi.PersonDataOwner.Review;
import org.opora.registry.grant.domain.Expense;
import org.opora.registry.grant.domain.Money;
import org.opora.registry.grant.persistence.ExpenseQueries;
import org.opora.registry.shared.application.Refusals;

/**
 * What is kept of a person because money was spent for them. Day, sum and right account for money
 * of the state and stay, without the name of the person. The words may tell of others of the
 * family, so a person weighs them before they are handed out; who is erased takes them along.
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

  /**
   * Expenses for the person; and, of a carer, those for the whole family and those that were paid
   * back, which bear their account.
   */
  public static List<Review> review(EntityManager em, List<UUID> known) {
    ExpenseQueries queries = new ExpenseQueries(em);
    Map<UUID, Review> all = new LinkedHashMap<>();
    queries.ofPeople(known).stream().filter(Expense::hasWords).forEach(row -> review(all, row));
    queries.ofCarers(known, false).stream()
        .filter(Expense::hasWords)
        .forEach(row -> review(all, row));
    return List.copyOf(all.values());
  }

  private static void review(Map<UUID, Review> all, Expense row) {
    all.put(
        row.id(),
        new Review(Refusals.text("field.grant-expense"), row.id(), "/grant/expenses/" + row.id()));
  }

  /**
   * What is for the whole family keeps its words while another carer of it is known by name.
   *
   * @param known every key of the person
   */
  public static void erase(EntityManager em, List<UUID> known) {
    if (known.isEmpty()) {
      return;
    }
    ExpenseQueries queries = new ExpenseQueries(em);
    queries.ofPeople(known).forEach(Expense::forgetWords);
    queries
        .ofCarers(known, true)
        .forEach(
            row -> {
              if (row.child() == null) {
                row.forgetWords();
              } else {
                row.forgetAccount();
              }
            });
    em.flush();
  }
}
