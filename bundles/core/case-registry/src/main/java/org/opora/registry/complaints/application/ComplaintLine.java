package org.opora.registry.complaints.application;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.StaffId;
import org.opora.registry.complaints.domain.Finding;
import org.opora.registry.complaints.domain.How;
import org.opora.registry.complaints.domain.Missing;
import org.opora.registry.tasks.domain.Urgency;

/**
 * A complaint as the director and its handler see it.
 *
 * @param number {@code 3/2026}
 * @param self what the trail names
 * @param complainant null when it is anonymous
 * @param about colleagues whom it is about
 * @param aboutNames their names
 * @param days the centre gave itself
 * @param due last day for the answer
 * @param urgency null once it is answered, closed or struck out
 * @param missing what it still lacks to be closed; null when nothing
 * @param closedOn null while it is open
 * @param voidOn the day it was struck out; null otherwise, as {@code voidBy} and {@code reason} are
 * @param alone nobody but its handler sees it: it is about all who see complaints
 */
public record ComplaintLine(
    UUID id,
    long version,
    String number,
    Subject self,
    LocalDate receivedOn,
    How how,
    boolean anonymous,
    String complainant,
    String matter,
    List<StaffId> about,
    List<String> aboutNames,
    String writer,
    StaffId handler,
    String handlerName,
    int days,
    LocalDate due,
    Urgency urgency,
    Finding finding,
    String measures,
    LocalDate answeredOn,
    StaffId answeredBy,
    String answeredByName,
    How answeredHow,
    String answer,
    String published,
    Missing missing,
    LocalDate closedOn,
    String closedBy,
    LocalDate voidOn,
    String voidBy,
    String reason,
    boolean alone) {
  public boolean closed() {
    return closedOn != null;
  }

  public boolean struckOut() {
    return voidOn != null;
  }

  /** Neither closed nor struck out: it can be changed. */
  public boolean open() {
    return closedOn == null && voidOn == null;
  }

  /** Whether the answer came in time; null while there is none. */
  public Boolean inTime() {
    return answeredOn == null ? null : !answeredOn.isAfter(due);
  }

  /** How it stands, as the last part of a key of the texts. */
  public String state() {
    if (voidOn != null) {
      return "VOID";
    }
    if (closedOn != null) {
      return "CLOSED";
    }
    return urgency == null ? "ANSWERED" : urgency.name();
  }
}
