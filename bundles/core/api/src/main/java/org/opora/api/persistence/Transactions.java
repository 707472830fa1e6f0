package org.opora.api.persistence;

import jakarta.persistence.EntityManager;
import java.util.function.Consumer;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Transactions of one unit; the service is registered with property {@code opora.unit=<unit>} when
 * its tables are ready and its mapping is sound. One thread has one connection: every unit joins
 * it, the outermost scope commits all or rolls all back. Only the outermost scope retries
 * (deadlock, lock time-out: at most 3 times), so no file, mail or PDF is made inside. Whoever
 * waited in vain even then is told so by {@link org.opora.api.faults.Refused}, beside no field. A
 * record that somebody else changed meanwhile leaves a scope as {@link org.opora.api.faults.Stale}.
 */
@ProviderType
public interface Transactions {
  /** Property that names the unit of a {@code Transactions} service. */
  String UNIT = "opora.unit";

  /**
   * Joins the running transaction or opens one. An exception leaving the scope makes the whole
   * transaction roll back.
   */
  <T> T required(Function<EntityManager, T> work);

  default void run(Consumer<EntityManager> work) {
    required(
        em -> {
          work.accept(em);
          return null;
        });
  }

  /**
   * Only reads: joins the running transaction, or uses a connection without opening a write
   * transaction.
   */
  <T> T read(Function<EntityManager, T> work);

  /**
   * A transaction of its own, whatever becomes of the surrounding one: for progress and denials.
   */
  <T> T separate(Function<EntityManager, T> work);

  /**
   * Runs after the commit of the outermost transaction, at once when there is none; never after a
   * rollback. Must not throw.
   */
  void afterCommit(Runnable action);
}
