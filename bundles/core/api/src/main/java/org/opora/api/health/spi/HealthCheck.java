package org.opora.api.health.spi;

import org.opora.api.text.Text;
import org.osgi.annotation.versioning.ConsumerType;

/** A check of the health page. Quick, without side effects, without a word about clients. */
@ConsumerType
public interface HealthCheck {
  /** Short code, such as {@code database}. */
  String id();

  Result check();

  /** Whether the product is ready without it. */
  default boolean requiredForReady() {
    return false;
  }

  enum Level {
    OK,
    WARNING,
    FAULT
  }

  /**
   * @param text what is the matter and what to do
   */
  record Result(Level level, Text text) {}
}
