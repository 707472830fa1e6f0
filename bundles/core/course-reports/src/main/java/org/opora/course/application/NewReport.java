package org.opora.course.application;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.PersonId;
import org.opora.api.reports.CourseReports.Kind;
import org.opora.api.reports.Reader;

/**
 * A report as somebody begins it.
 *
 * @param from first day it tells of
 * @param until last day it tells of
 * @param language in which it is written
 * @param asked null unless somebody asked for it
 */
public record NewReport(Kind kind, LocalDate from, LocalDate until, Locale language, Asked asked) {

  /**
   * @param body of the directory; null when it is not there
   * @param name of the office or the court
   * @param as what it is
   * @param on the day it was asked for
   * @param by the day by which it wants to have it
   * @param children of whom it wants to know
   */
  public record Asked(
      BodyId body, String name, Reader as, LocalDate on, LocalDate by, Set<PersonId> children) {
    public Asked {
      children = Set.copyOf(children);
    }
  }
}
