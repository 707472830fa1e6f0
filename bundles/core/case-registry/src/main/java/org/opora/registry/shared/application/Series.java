package org.opora.registry.shared.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.opora.registry.files.domain.NumberSeries;

/**
 * Numbers that begin anew every year. Whoever gives one first takes the row of the series, so that
 * two never get the same; a migration brings that row.
 */
public final class Series {
  private Series() {}

  /** The next number of the year, beginning at 1. */
  public static int next(EntityManager em, String name, int year) {
    em.find(NumberSeries.class, name, LockModeType.PESSIMISTIC_WRITE);
    String ofYear = name + "-" + year;
    NumberSeries series = em.find(NumberSeries.class, ofYear);
    if (series == null) {
      series = new NumberSeries(ofYear);
      em.persist(series);
    }
    return Math.toIntExact(series.next());
  }
}
