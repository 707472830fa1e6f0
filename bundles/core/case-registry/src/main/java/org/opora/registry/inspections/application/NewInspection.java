package org.opora.registry.inspections.application;

import java.time.LocalDate;
import org.opora.api.ids.StaffId;
import org.opora.registry.inspections.domain.Asker;

/**
 * What somebody writes down about one look into a file. What does not go with the deed is not read.
 *
 * @param heldOn the day it was done, or refused
 * @param asker what the one who asks has to do with the file
 * @param who their name
 * @param title title of the law; must be there for an authority and for others
 * @param part which part of the file
 * @param note free text, or null
 * @param supervisor who was there, or handed it over; null for a refusal
 * @param returnBy of a loan: by when it comes back
 * @param reason of a refusal
 * @param decidedBy of a refusal: who decided
 */
public record NewInspection(
    LocalDate heldOn,
    Asker asker,
    String who,
    String title,
    String part,
    String note,
    StaffId supervisor,
    LocalDate returnBy,
    String reason,
    StaffId decidedBy) {}
