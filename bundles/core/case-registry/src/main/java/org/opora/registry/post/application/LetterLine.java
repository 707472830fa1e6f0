package org.opora.registry.post.application;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.StaffId;
import org.opora.registry.post.domain.Channel;
import org.opora.registry.post.domain.Direction;
import org.opora.registry.tasks.domain.Urgency;
import org.opora.registry.tasks.persistence.FileLabel;

/**
 * A letter as the viewer sees it.
 *
 * @param number {@code 14/2026}
 * @param about what the trail names
 * @param file number and name of the case file; null when it concerns none, or none the viewer may
 *     see
 * @param doer who deals with it; null when nobody has to
 * @param urgency null unless it waits
 * @param settledOn null while it is not settled, as {@code settledBy} is
 * @param voidOn the day it was struck out; null otherwise, as {@code voidBy} and {@code reason} are
 */
public record LetterLine(
    UUID id,
    long version,
    Direction direction,
    String number,
    LocalDate passedOn,
    Channel channel,
    String party,
    String matter,
    String note,
    LocalDate deliveredOn,
    String proof,
    Subject about,
    FileLabel file,
    String writer,
    StaffId doer,
    String doerName,
    LocalDate due,
    Urgency urgency,
    LocalDate settledOn,
    String settledBy,
    LocalDate voidOn,
    String voidBy,
    String reason) {
  public boolean incoming() {
    return direction == Direction.INCOMING;
  }

  /** It came, and nobody has answered it or dealt with it. */
  public boolean unsettled() {
    return incoming() && settledOn == null && voidOn == null;
  }

  public boolean waiting() {
    return urgency != null;
  }

  /** How it stands, as the last part of a key of the texts. */
  public String state() {
    if (voidOn != null) {
      return "VOID";
    }
    if (urgency != null) {
      return urgency.name();
    }
    if (settledOn != null) {
      return "SETTLED";
    }
    return incoming() ? "NOTED" : deliveredOn != null ? "DELIVERED" : "SENT";
  }
}
