package org.opora.operations.health.application;

import org.opora.api.health.spi.HealthCheck.Level;
import org.opora.api.health.spi.HealthCheck.Result;
import org.opora.operations.shared.Words;

/** How results are made here. */
final class Checks {
  private Checks() {}

  static Result ok(String key, Object... arguments) {
    return new Result(Level.OK, Words.of(key, arguments));
  }

  static Result warning(String key, Object... arguments) {
    return new Result(Level.WARNING, Words.of(key, arguments));
  }

  static Result fault(String key, Object... arguments) {
    return new Result(Level.FAULT, Words.of(key, arguments));
  }
}
