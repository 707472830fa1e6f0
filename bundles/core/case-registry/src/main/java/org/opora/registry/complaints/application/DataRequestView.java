package org.opora.registry.complaints.application;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.api.people.PersonName;
import org.opora.registry.complaints.domain.DataAnswer;
import org.opora.registry.complaints.domain.DataAsk;

/**
 * A request about personal data as a page shows it.
 *
 * @param about whom it is about; null when it is nobody of the register, or the viewer may not see
 *     them
 * @param due last day for the answer; null while no installed law says it
 * @param overdue whether it has passed without an answer
 * @param extension null when nobody said that it takes longer
 * @param answer null while it is open
 * @param writtenBy name of a member of staff
 */
public record DataRequestView(
    UUID id,
    long version,
    Asked text,
    About about,
    LocalDate due,
    String paragraph,
    boolean overdue,
    Extension extension,
    Answer answer,
    String writtenBy) {
  /**
   * @param by who asked; null when it is forgotten with the data of the person
   * @param what in their words, or null
   * @param person about whom; null when it is nobody of the register
   */
  public record Asked(LocalDate on, DataAsk kind, String by, String what, PersonId person) {}

  /**
   * @param person under the key by which the viewer knows them
   */
  public record About(PersonId person, PersonName name) {}

  public record Extension(LocalDate on, String why) {}

  /**
   * @param words what they were told; null where nothing is to be said
   * @param by name of a member of staff; null in what is typed
   */
  public record Answer(LocalDate on, DataAnswer how, String words, String by) {}

  public boolean open() {
    return answer == null;
  }
}
