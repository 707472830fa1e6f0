package org.opora.registry.staff.application;

import java.time.LocalDate;
import org.opora.registry.staff.domain.TrainingKind;

/**
 * A course or a supervision as it is written down.
 *
 * @param minutes how long it was
 * @param provider who held it, or null
 * @param certificate number or place of the certificate, or null
 */
public record NewTraining(
    TrainingKind kind,
    LocalDate heldOn,
    String topic,
    Integer minutes,
    String provider,
    String certificate) {}
