package org.opora.registry.tasks.application;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;
import org.opora.api.ids.VisitId;
import org.opora.registry.tasks.domain.About;

/**
 * A task that somebody sets.
 *
 * @param about whom it is about; {@link About#NOBODY} for a task about nobody
 * @param visit visit in the same file from which it came, or null
 * @param note note in the same file from which it came, or null
 * @param what what is to be done
 * @param doer who is to do it
 * @param due last day; null when there is none
 */
public record NewTask(
    About about, VisitId visit, UUID note, String what, StaffId doer, LocalDate due) {
  /** A task that came of no note. */
  public NewTask(About about, VisitId visit, String what, StaffId doer, LocalDate due) {
    this(about, visit, null, what, doer, due);
  }
}
