package org.opora.persistence.unit;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a thread holds between the beginning and the end of its outermost scope. */
final class Bound {
  private final Connection real;
  private final Connection joined;
  private final boolean writing;
  private final List<Joined> units = new ArrayList<>(2);
  private final List<Runnable> afterCommit = new ArrayList<>(0);
  private boolean counts;
  private Throwable lost;

  private record Joined(Unit unit, EntityManager manager) {}

  private Bound(Connection real, Predicate<String> counting) {
    this.real = real;
    this.writing = counting != null;
    this.joined = new JoinedConnection(real, sql -> counts |= writing && counting.test(sql));
  }

  static Bound reading(Connection real) {
    return new Bound(real, null);
  }

  /**
   * @param counting whether after a statement of it something else may be true than before
   */
  static Bound writing(Connection real, Predicate<String> counting) {
    return new Bound(real, counting);
  }

  /** Whether there was such a statement. */
  boolean counts() {
    return counts;
  }

  Connection real() {
    return real;
  }

  Connection joined() {
    return joined;
  }

  boolean writing() {
    return writing;
  }

  /** The unit's entity manager for this thread; the unit takes part from now on. */
  EntityManager manager(Unit unit) {
    for (Joined j : units) {
      if (j.unit == unit) {
        return j.manager;
      }
    }
    unit.enter();
    EntityManager manager = new JoinedManager(unit::manager, joined);
    units.add(new Joined(unit, manager));
    if (writing) {
      manager.getTransaction().begin();
    }
    return manager;
  }

  /** Writes what is still in memory. The connection's own commit follows. */
  void commitUnits() {
    for (Joined j : units) {
      j.manager.getTransaction().commit();
    }
  }

  void closeUnits() {
    for (Joined j : units) {
      try {
        if (writing && j.manager.getTransaction().isActive()) {
          j.manager.getTransaction().rollback();
        }
      } finally {
        try {
          j.manager.close();
        } finally {
          j.unit.leave();
        }
      }
    }
  }

  /** From now on only a rollback is possible. */
  void lose(Throwable cause) {
    if (lost == null) {
      lost = cause;
    }
  }

  Throwable lost() {
    return lost;
  }

  void afterCommit(Runnable action) {
    afterCommit.add(action);
  }

  List<Runnable> afterCommit() {
    return afterCommit;
  }
}
