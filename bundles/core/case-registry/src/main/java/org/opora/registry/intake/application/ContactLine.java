package org.opora.registry.intake.application;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.opora.api.choices.Choices;
import org.opora.api.ids.CaseFileId;
import org.opora.registry.intake.domain.NextStep;
import org.opora.registry.intake.domain.Pressing;
import org.opora.registry.intake.domain.Way;

/**
 * A first contact in a list: what is counted, and none of its words.
 *
 * @param cameAt time of day, or null
 * @param topics at least one
 * @param late whether the day to respond has passed and nobody has answered
 * @param respondedOn null while nobody has answered
 * @param nextOn null exactly when nothing follows
 * @param minutes spent, or null
 * @param file that has come of it, or null
 */
public record ContactLine(
    UUID id,
    LocalDate cameOn,
    LocalTime cameAt,
    Way way,
    List<Choices.Term> topics,
    Pressing urgency,
    LocalDate respondBy,
    LocalDate respondedOn,
    boolean late,
    NextStep nextStep,
    LocalDate nextOn,
    String doerName,
    String recordedBy,
    Integer minutes,
    CaseFileId file) {
  public ContactLine {
    topics = List.copyOf(topics);
  }

  /** Codes of the topics. */
  public List<String> about() {
    return topics.stream().map(Choices.Term::code).toList();
  }

  public boolean open() {
    return respondedOn == null;
  }
}
