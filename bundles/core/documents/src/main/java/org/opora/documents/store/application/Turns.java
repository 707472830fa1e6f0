package org.opora.documents.store.application;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Component;

/**
 * A file is several times as large in memory while it is looked into, sealed or opened as it is on
 * the disk, so they take turns. Before a transaction, never within one: whoever waits holds
 * nothing.
 */
@Component(service = Turns.class)
public final class Turns {
  private final Semaphore gate = new Semaphore(1, true);

  public <T> T one(Supplier<T> work) {
    gate.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      gate.release();
    }
  }
}
