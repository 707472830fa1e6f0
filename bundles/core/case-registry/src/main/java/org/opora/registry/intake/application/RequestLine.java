package org.opora.registry.intake.application;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.api.text.Text;
import org.opora.registry.intake.domain.Outcome;
import org.opora.registry.tasks.persistence.FileLabel;

/**
 * A carer's request as the viewer sees it. In a list nobody opens what was said: {@code wish},
 * {@code offer} and {@code reason} are null there.
 *
 * @param version what its forms carry
 * @param file number and name of the family's file
 * @param person who asked; {@code personName} is null when the viewer may not know of them
 * @param right code of the entitlement, {@code rightWords} how it reads
 * @param paragraph where the entitlement stands
 * @param answerBy by when the centre answers
 * @param late whether that day has passed and nobody has answered
 * @param offer what was offered, or null
 * @param outcome null while it is open
 * @param recordedBy name of the colleague, as that of {@code decidedBy}
 */
public record RequestLine(
    UUID id,
    long version,
    FileLabel file,
    PersonId person,
    String personName,
    LocalDate askedOn,
    String right,
    Text rightWords,
    String paragraph,
    String wish,
    LocalDate answerBy,
    boolean late,
    String offer,
    LocalDate offeredOn,
    Outcome outcome,
    LocalDate decidedOn,
    String decidedBy,
    String reason,
    String recordedBy) {
  public boolean open() {
    return outcome == null;
  }
}
