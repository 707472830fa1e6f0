package org.opora.registry.files.application;

import java.time.LocalDate;
import org.opora.registry.files.domain.AgreementState;

/**
 * One step of an agreement on its way to the signature.
 *
 * @param state where it stood from then on
 * @param reference of the decision of the authority; null for the other steps
 */
public record StepTaken(AgreementState state, LocalDate on, String reference) {}
