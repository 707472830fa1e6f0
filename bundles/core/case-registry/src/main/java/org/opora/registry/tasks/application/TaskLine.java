package org.opora.registry.tasks.application;

import java.time.LocalDate;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.ids.TaskId;
import org.opora.api.tasks.Tasks;
import org.opora.api.text.Title;
import org.opora.registry.tasks.domain.About;
import org.opora.registry.tasks.domain.Urgency;
import org.opora.registry.tasks.persistence.FileLabel;

/**
 * A task as the viewer sees it.
 *
 * @param version what its forms carry
 * @param what words of a person; null when {@code title} says it
 * @param title what follows from a record; null when a person wrote it
 * @param about whom it is about, for the trail
 * @param file number and name of its case file; null when there is none or the viewer may not see
 *     it
 * @param person whom it is about; null when it is nobody or the viewer may not know of them
 * @param personName their name, or null
 * @param doer who is to do it
 * @param doerName name of the colleague, as those of {@code author} and {@code doneBy} are
 * @param due last day; null when there is none
 * @param doBy the working day before, when nobody works on the last day; null otherwise, and when
 *     it is done
 * @param urgency null when it is done
 * @param doneOn null while it is open
 * @param doneBy null while it is open
 * @param note what was written when it was done, or null
 * @param href page of the record it came from; null when there is none or its bundle is not here
 * @param tie how that record holds on to it; loose when its page is not here
 */
public record TaskLine(
    TaskId id,
    long version,
    String what,
    Title title,
    About about,
    FileLabel file,
    PersonId person,
    String personName,
    StaffId doer,
    String doerName,
    String author,
    LocalDate givenOn,
    LocalDate due,
    LocalDate doBy,
    Urgency urgency,
    LocalDate doneOn,
    String doneBy,
    String note,
    String href,
    Tasks.Tie tie) {
  public boolean done() {
    return doneOn != null;
  }

  /** It is finished, and put back, by what is written in the record. */
  public boolean settledThere() {
    return tie != Tasks.Tie.LOOSE;
  }

  /** Who does it and by when is said in the record as well. */
  public boolean keptThere() {
    return tie == Tasks.Tie.KEEPS;
  }
}
