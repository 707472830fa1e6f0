package org.opora.registry.importing.application;

import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.opora.api.persistence.Transactions;

/** Transactions that count what is asked in them, and how many there are. */
final class Questions implements Transactions {
  private final Transactions real;
  private final AtomicLong asked = new AtomicLong();
  private final AtomicLong opened = new AtomicLong();

  Questions(Transactions real) {
    this.real = real;
  }

  /** Queries, and rows looked up by their key. */
  long asked() {
    return asked.get();
  }

  /** Transactions that write. */
  long opened() {
    return opened.get();
  }

  @Override
  public <T> T required(Function<EntityManager, T> work) {
    opened.incrementAndGet();
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
    return (EntityManager)
        Proxy.newProxyInstance(
            EntityManager.class.getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("createQuery") || method.getName().equals("find")) {
                asked.incrementAndGet();
              }
              try {
                return method.invoke(em, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }
}
