package org.opora.registry.care.application;

import java.time.LocalDate;
import org.opora.api.access.Viewer;
import org.opora.api.house.Readings;
import org.opora.registry.care.domain.LockTerm;
import org.opora.registry.care.domain.Visit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * From when on a visit, or a note, is evidence: then it is amended with a reason, and how it read
 * before stays. The day is kept with the visit when it is written down, so that no later decision,
 * and none that is dated back, opens or locks anything behind people's backs.
 */
@Component(service = VisitLock.class)
public final class VisitLock {
  /** Id of the question to the centre. */
  public static final String READING = "visit-lock";

  private final Readings readings;

  @Activate
  public VisitLock(@Reference Readings readings) {
    this.readings = readings;
  }

  /** Last open day of what is written down today. */
  public LocalDate promise(Viewer viewer) {
    return LockTerm.of(readings.chosen(READING, viewer.today()).orElse(null))
        .lastDay(viewer.today());
  }

  /** Last day on which it may be corrected without a trace. */
  static LocalDate lastDay(Viewer viewer, Visit visit) {
    return visit.openUntil() == null
        ? LockTerm.WEEK.lastDay(LocalDate.ofInstant(visit.recordedAt(), viewer.zone()))
        : visit.openUntil();
  }

  static boolean locked(Viewer viewer, Visit visit) {
    return visit.signed() || passed(viewer, lastDay(viewer, visit));
  }

  /**
   * Whether an entry that was open until this day is locked now; notes keep their day as visits do.
   */
  public static boolean passed(Viewer viewer, LocalDate lastDay) {
    return viewer.today().isAfter(lastDay);
  }
}
