package org.opora.supervisedcontacts.contacts.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactState;
import org.opora.supervisedcontacts.contacts.domain.MissedBy;
import org.opora.supervisedcontacts.plans.domain.ContactForm;

/**
 * A contact of one child as lists read it.
 *
 * @param id of the contact
 * @param version of the contact
 * @param key of what the contact is for this child
 * @param room null when it is not in the house
 * @param place code; null in the house, or where nobody said
 */
public record ContactRow(
    UUID id,
    long version,
    UUID key,
    UUID plan,
    UUID caseFile,
    UUID childFile,
    UUID child,
    ContactForm form,
    UUID room,
    String place,
    int wayMinutes,
    UUID facilitator,
    Instant start,
    Instant end,
    LocalDate day,
    ContactState state,
    CancelledBy cancelledBy,
    Instant toldAt,
    MissedBy missedBy,
    Boolean present,
    UUID series,
    UUID insteadOf) {}
