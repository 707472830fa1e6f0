package org.opora.persistence.unit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.opora.api.persistence.Transactions;

/**
 * A bundle's persistence unit, from the moment its mapping proved sound until the bundle leaves.
 */
public final class Unit {
  private static final int CLOSED = Integer.MIN_VALUE;

  private final String name;
  private final EntityManagerFactory factory;
  private final Transactions transactions;

  /** How many threads take part; negative from the moment the unit closes. */
  private final AtomicInteger guests = new AtomicInteger();

  private final ReentrantLock door = new ReentrantLock();
  private final Condition left = door.newCondition();

  Unit(String name, EntityManagerFactory factory, Scopes scopes) {
    this.name = name;
    this.factory = factory;
    this.transactions = new UnitTransactions(this, scopes);
  }

  public String name() {
    return name;
  }

  public Transactions transactions() {
    return transactions;
  }

  EntityManager manager() {
    return factory.createEntityManager();
  }

  void enter() {
    if (guests.incrementAndGet() < 0) {
      leave();
      throw new IllegalStateException("The unit " + name + " is closed");
    }
  }

  void leave() {
    if (guests.decrementAndGet() == CLOSED) {
      door.lock();
      try {
        left.signalAll();
      } finally {
        door.unlock();
      }
    }
  }

  /**
   * Lets nobody in, waits for those inside, then closes. A second time does nothing.
   *
   * @return whether everybody had left
   */
  public boolean close(Duration patience) {
    if (guests.getAndUpdate(n -> n < 0 ? n : n + CLOSED) < 0) {
      return guests.get() == CLOSED;
    }
    try {
      return drained(patience);
    } finally {
      factory.close();
    }
  }

  private boolean drained(Duration patience) {
    long rest = patience.toNanos();
    door.lock();
    try {
      while (guests.get() != CLOSED && rest > 0) {
        rest = left.awaitNanos(rest);
      }
      return guests.get() == CLOSED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      door.unlock();
    }
  }
}
