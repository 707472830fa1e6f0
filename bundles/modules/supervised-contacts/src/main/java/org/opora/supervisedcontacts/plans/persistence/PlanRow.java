package org.opora.supervisedcontacts.plans.persistence;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.supervisedcontacts.plans.domain.Basis;
import org.opora.supervisedcontacts.plans.domain.ContactForm;

/** A plan as pages read it. */
public record PlanRow(
    UUID id,
    long version,
    UUID caseFile,
    UUID childFile,
    UUID child,
    Basis basis,
    String basisReference,
    LocalDate validFrom,
    LocalDate validUntil,
    ContactForm form,
    Integer everyWeeks,
    int minutes) {}
