package org.opora.registry.complaints.application;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.registry.complaints.domain.DataAnswer;
import org.opora.registry.complaints.domain.DataAsk;

/**
 * A request about personal data as a page shows it.
 *
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
    LocalDate due,
    String paragraph,
    boolean overdue,
    Extension extension,
    Answer answer,
    String writtenBy) {
  /**
   * @param by who asked
   * @param what in their words, or null
   */
  public record Asked(LocalDate on, DataAsk kind, String by, String what) {}

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
