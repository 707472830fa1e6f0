package org.opora.registry.files.application;

import java.time.LocalDate;
import org.opora.api.text.Text;
import org.opora.registry.files.domain.AgreementState;

/**
 * One step of an agreement on its way to the signature.
 *
 * @param state where it stood from then on
 * @param reference of the decision of the authority; null for the other steps
 * @param reason why it came to nothing; null for the other steps, and where none was asked
 * @param words what was said of it; null when nothing was
 */
public record StepTaken(
    AgreementState state, LocalDate on, String reference, Text reason, String words) {
  /** A step that asks for no reason. */
  public StepTaken(AgreementState state, LocalDate on, String reference) {
    this(state, on, reference, null, null);
  }
}
