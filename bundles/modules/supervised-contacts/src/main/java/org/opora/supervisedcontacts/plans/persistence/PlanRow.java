package org.opora.supervisedcontacts.plans.persistence;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.supervisedcontacts.plans.domain.Basis;
import org.opora.supervisedcontacts.plans.domain.ContactForm;

/** A plan as pages read it, but for its words. */
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
    int minutes,
    UUID decision,
    LocalDate reviewOn,
    int wording) {
  /** A first wording, known by words alone. */
  public PlanRow(
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
      int minutes) {
    this(
        id,
        version,
        caseFile,
        childFile,
        child,
        basis,
        basisReference,
        validFrom,
        validUntil,
        form,
        everyWeeks,
        minutes,
        null,
        null,
        1);
  }
}
