package org.opora.registry.kin.persistence;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.registry.kin.domain.Days;

/** A child placed in a file that has this carer. */
public record FosterRow(
    UUID file,
    String number,
    UUID carer,
    LocalDate carerSince,
    LocalDate carerUntil,
    UUID child,
    LocalDate childSince,
    LocalDate childUntil) {
  public Days carerDays() {
    return new Days(carerSince, carerUntil);
  }

  public Days childDays() {
    return new Days(childSince, childUntil);
  }
}
