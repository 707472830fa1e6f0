package org.opora.registry.staff.application;

import java.time.LocalDate;
import org.opora.registry.staff.domain.CheckKind;

/**
 * A paper as it is written down.
 *
 * @param validUntil last day of its validity; null when it does not run out
 * @param document number or place of the paper, or null
 * @param setAside whether another paper has taken its place, so that nobody is reminded of it
 */
public record NewCheck(
    CheckKind kind, LocalDate issuedOn, LocalDate validUntil, String document, boolean setAside) {
  /** A paper that holds. */
  public NewCheck(CheckKind kind, LocalDate issuedOn, LocalDate validUntil, String document) {
    this(kind, issuedOn, validUntil, document, false);
  }
}
