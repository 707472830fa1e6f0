package org.opora.persistence.migration;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Flyway's own messages, for those who look for them: what matters comes to us as an exception and
 * is logged once.
 */
public final class QuietLog implements LogCreator {
  @Override
  public Log createLogger(Class<?> type) {
    Logger log = LoggerFactory.getLogger(type);
    return new Log() {
      @Override
      public void debug(String message) {
        log.trace(message);
      }

      @Override
      public void info(String message) {
        log.debug(message);
      }

      @Override
      public void warn(String message) {
        log.debug(message);
      }

      @Override
      public void error(String message) {
        log.debug(message);
      }

      @Override
      public void error(String message, Exception fault) {
        log.debug(message, fault);
      }

      @Override
      public void notice(String message) {
        log.debug(message);
      }
    };
  }
}
