package org.opora.registry.staff.application;

import java.time.LocalDate;
import org.opora.api.ids.StaffId;
import org.opora.registry.staff.domain.AbsenceKind;

/**
 * Time away as it is written down.
 *
 * @param until last day away
 * @param deputy who stands in; null for nobody
 */
public record NewAbsence(AbsenceKind kind, LocalDate since, LocalDate until, StaffId deputy) {}
