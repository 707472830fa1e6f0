package org.opora.web.gate;

import java.time.Duration;
import java.util.List;
import org.opora.api.web.spi.Route;
import org.opora.web.rendering.PageEngine;

/**
 * The routes of one bundle while they are here, with what renders them. Counts the requests inside,
 * so that a bundle that leaves lets them finish first.
 */
final class Wing {
  private final String module;
  private final String origin;
  private final List<Route> routes;
  private final PageEngine engine;
  private int inside;
  private boolean closed;

  /**
   * @param module id of the bundle
   * @param origin symbolic name of the bundle
   */
  Wing(String module, String origin, List<Route> routes, PageEngine engine) {
    this.module = module;
    this.origin = origin;
    this.routes = List.copyOf(routes);
    this.engine = engine;
  }

  String module() {
    return module;
  }

  String origin() {
    return origin;
  }

  List<Route> routes() {
    return routes;
  }

  PageEngine engine() {
    return engine;
  }

  /** Whether the request may go in; when it may, {@link #leave} must follow. */
  synchronized boolean enter() {
    if (closed) {
      return false;
    }
    inside++;
    return true;
  }

  synchronized void leave() {
    inside--;
    if (inside == 0) {
      notifyAll();
    }
  }

  /** Lets nobody in any more and waits until the last one has left, at most this long. */
  synchronized boolean drain(Duration most) {
    closed = true;
    long end = System.nanoTime() + most.toNanos();
    boolean interrupted = false;
    while (inside > 0) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        break;
      }
      try {
        wait(Math.max(1, left / 1_000_000));
      } catch (InterruptedException stop) {
        interrupted = true;
        break;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return inside == 0;
  }
}
