package org.opora.registry.staff.application;

import java.time.LocalDate;
import org.opora.registry.staff.domain.EmploymentKind;
import org.opora.registry.staff.domain.PostCode;

/**
 * A post as it is written down.
 *
 * @param wording how the contract calls it; null when the code says it
 * @param workplace or null
 * @param until last day; null while it lasts
 * @param probationUntil last day of probation; null when there is none
 * @param socialWorker whether the further training of social workers is owed
 * @param hundredths of a full time, 10 to 100; null without a fixed share
 * @param shareFrom first day of that share; null for the first day of the post
 */
public record NewPost(
    PostCode code,
    String wording,
    EmploymentKind kind,
    String workplace,
    LocalDate since,
    LocalDate until,
    LocalDate probationUntil,
    boolean socialWorker,
    Integer hundredths,
    LocalDate shareFrom) {}
