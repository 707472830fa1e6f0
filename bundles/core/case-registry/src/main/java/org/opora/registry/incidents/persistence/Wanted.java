package org.opora.registry.incidents.persistence;

import java.time.YearMonth;
import org.opora.api.ids.CaseFileId;
import org.opora.registry.incidents.domain.Kind;

/**
 * Which incidents a list is about.
 *
 * @param show which of them by their state
 * @param month null for all months
 * @param kind null for all kinds
 * @param file null for all files
 */
public record Wanted(Show show, YearMonth month, Kind kind, CaseFileId file) {
  /** Which of them by their state. */
  public enum Show {
    OPEN,
    CLOSED,
    ALL
  }

  public static Wanted open() {
    return new Wanted(Show.OPEN, null, null, null);
  }
}
