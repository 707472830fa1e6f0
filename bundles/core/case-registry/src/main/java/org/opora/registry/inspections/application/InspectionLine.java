package org.opora.registry.inspections.application;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;
import org.opora.registry.inspections.domain.Asker;
import org.opora.registry.inspections.domain.Deed;
import org.opora.registry.tasks.domain.Urgency;
import org.opora.registry.tasks.persistence.FileLabel;

/**
 * A look into a file as the viewer sees it.
 *
 * @param about the file
 * @param file its number and name; null when the viewer may not see those
 * @param supervisor null for a refusal, as {@code supervisorName} is
 * @param urgency of a loan that has not come back; null otherwise
 * @param decidedBy null unless it was refused, as {@code reason} is
 * @param voidOn the day it was struck out; null otherwise, as {@code voidBy} and {@code voidReason}
 *     are
 */
public record InspectionLine(
    UUID id,
    long version,
    CaseFileId about,
    FileLabel file,
    Deed deed,
    LocalDate heldOn,
    Asker asker,
    String who,
    String title,
    String part,
    String note,
    StaffId supervisor,
    String supervisorName,
    LocalDate returnBy,
    Urgency urgency,
    LocalDate returnedOn,
    String returnedTo,
    String reason,
    StaffId decidedBy,
    String decidedByName,
    String writer,
    LocalDate voidOn,
    String voidBy,
    String voidReason) {
  public boolean lentOut() {
    return urgency != null;
  }

  public boolean overdue() {
    return urgency == Urgency.OVERDUE;
  }
}
