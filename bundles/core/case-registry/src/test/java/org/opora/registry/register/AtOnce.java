package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.opora.api.faults.Refused;
import org.opora.api.ids.PersonId;
import org.opora.api.persistence.Transactions;
import org.opora.registry.people.domain.Person;
import org.opora.registry.shared.application.Held;

/** Two colleagues who write about one person at the same moment. */
public final class AtOnce {
  private AtOnce() {}

  /**
   * The first one has begun when the second one comes; the second one has to wait, and then sees
   * what the first one wrote.
   *
   * @return why the second one was refused
   */
  static Refused secondIsRefused(
      Register register, PersonId person, Callable<?> first, Callable<?> second) throws Exception {
    return (Refused) second(register.tx, Person.class, person.value(), first, second);
  }

  /**
   * The same about any row that both of them hold.
   *
   * @return why the second one failed
   */
  public static RuntimeException second(
      Transactions tx, Class<?> type, UUID row, Callable<?> first, Callable<?> second)
      throws Exception {
    ExecutorService colleague = Executors.newSingleThreadExecutor();
    try {
      List<Future<?>> waiting =
          tx.required(
              em -> {
                Held.hold(em, type, row);
                Future<?> other = colleague.submit(second);
                assertThrows(TimeoutException.class, () -> other.get(1, TimeUnit.SECONDS));
                try {
                  first.call();
                } catch (Exception wrong) {
                  throw new IllegalStateException(wrong);
                }
                return List.of(other);
              });
      ExecutionException refused =
          assertThrows(ExecutionException.class, () -> waiting.get(0).get(60, TimeUnit.SECONDS));
      return (RuntimeException) refused.getCause();
    } finally {
      colleague.shutdownNow();
    }
  }
}
