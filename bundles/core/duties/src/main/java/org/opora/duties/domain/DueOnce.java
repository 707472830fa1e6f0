package org.opora.duties.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Something that has to be done once, by a day.
 *
 * @param due null when no day was set, or when nobody can say which it was
 * @param done null while it is not known to be done
 * @param standing OK once it is done, however late; JUSTIFIED when a reason for the delay is in the
 *     file
 * @param late days after the due date, of which the day it was done is the last; while it is not
 *     done, those that have passed; 0 in time
 */
public record DueOnce(LocalDate due, LocalDate done, Standing standing, long late) {
  /** Nothing had to be done by any day. */
  public static DueOnce notAsked(LocalDate done) {
    return new DueOnce(null, done, Standing.NOT_APPLICABLE, 0);
  }

  /** It was done, and nobody can say by when it should have been. */
  public static DueOnce notAssessed(LocalDate done) {
    return new DueOnce(null, done, Standing.NOT_ASSESSED, 0);
  }

  /**
   * @param since the first day on which it could have been done unnoticed
   * @param done null when it is not known to be done
   */
  public static DueOnce assess(LocalDate since, LocalDate due, LocalDate done, Watch watch) {
    return watch.unknown(done) ? open(since, due, watch) : done(due, done, watch);
  }

  private static DueOnce done(LocalDate due, LocalDate done, Watch watch) {
    long late = after(due, done);
    boolean justified = late > 0 && watch.excuses(due, done.minusDays(1));
    return new DueOnce(due, done, justified ? Standing.JUSTIFIED : Standing.OK, late);
  }

  private static DueOnce open(LocalDate since, LocalDate due, Watch watch) {
    long late = after(due, watch.asOf());
    if (watch.silent() || (late > 0 && watch.silence().between(since, watch.asOf()))) {
      return new DueOnce(due, null, Standing.NOT_ASSESSED, 0);
    }
    return new DueOnce(due, null, watch.towards(due), late);
  }

  private static long after(LocalDate due, LocalDate day) {
    return Math.max(0, ChronoUnit.DAYS.between(due, day));
  }
}
