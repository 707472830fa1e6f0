package org.opora.persistence.unit;

import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.opora.api.persistence.Transactions;

/** The door of one unit to the scopes that it shares with all others. */
record UnitTransactions(Unit unit, Scopes scopes) implements Transactions {
  @Override
  public <T> T required(Function<EntityManager, T> work) {
    boolean inner = scopes.writing();
    return scopes.write(
        bound -> {
          EntityManager manager = bound.manager(unit);
          T result = work.apply(manager);
          if (inner) {
            // What this scope wrote is checked here, and other units see it; the outermost scope
            // writes at commit.
            manager.flush();
          }
          return result;
        });
  }

  @Override
  public <T> T read(Function<EntityManager, T> work) {
    return scopes.look(bound -> work.apply(bound.manager(unit)));
  }

  @Override
  public <T> T separate(Function<EntityManager, T> work) {
    return scopes.separate(bound -> work.apply(bound.manager(unit)));
  }

  @Override
  public void afterCommit(Runnable action) {
    scopes.afterCommit(action);
  }
}
