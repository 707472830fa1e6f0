package org.opora.registry.people.matching;

import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.opora.api.persistence.Transactions;

/**
 * Transactions that count the statements asked in them, hand-written ones included. What the house
 * does meanwhile by itself, as to note who was last seen, is not counted: only the thread that made
 * this counts.
 */
public final class Statements implements Transactions {
  private final Transactions real;
  private final AtomicLong asked;
  private final Thread whose = Thread.currentThread();

  public Statements(Transactions real) {
    this(real, new AtomicLong());
  }

  /** Counts together with others. */
  public Statements(Transactions real, AtomicLong asked) {
    this.real = real;
    this.asked = asked;
  }

  public long asked() {
    return asked.get();
  }

  @Override
  public <T> T required(Function<EntityManager, T> work) {
    return real.required(em -> work.apply(counting(em)));
  }

  @Override
  public <T> T read(Function<EntityManager, T> work) {
    return real.read(em -> work.apply(counting(em)));
  }

  @Override
  public <T> T separate(Function<EntityManager, T> work) {
    return real.separate(em -> work.apply(counting(em)));
  }

  @Override
  public void afterCommit(Runnable action) {
    real.afterCommit(action);
  }

  private EntityManager counting(EntityManager em) {
    return proxy(
        EntityManager.class,
        em,
        (name, answer) -> {
          if (name.equals("createQuery") || name.equals("find")) {
            count();
          }
          return answer instanceof Connection connection ? counting(connection) : answer;
        });
  }

  private Connection counting(Connection connection) {
    return proxy(
        Connection.class,
        connection,
        (name, answer) -> {
          if (name.equals("prepareStatement")) {
            count();
          }
          return answer;
        });
  }

  private void count() {
    if (Thread.currentThread() == whose) {
      asked.incrementAndGet();
    }
  }

  private static <T> T proxy(Class<T> type, T real, Seen seen) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader() == null
                ? Statements.class.getClassLoader()
                : type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return seen.answer(method.getName(), method.invoke(real, arguments));
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            }));
  }

  private interface Seen {
    Object answer(String method, Object answer);
  }
}
