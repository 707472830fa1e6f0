package org.opora.supervisedcontacts.contacts.persistence;

import java.time.Instant;
import java.util.UUID;
import org.opora.supervisedcontacts.contacts.domain.CancelledBy;
import org.opora.supervisedcontacts.contacts.domain.ContactState;

/** A contact as lists read it. */
public record ContactRow(
    UUID id,
    long version,
    UUID plan,
    UUID caseFile,
    UUID childFile,
    UUID child,
    UUID room,
    String roomName,
    UUID facilitator,
    Instant start,
    Instant end,
    ContactState state,
    CancelledBy cancelledBy,
    Instant toldAt) {}
