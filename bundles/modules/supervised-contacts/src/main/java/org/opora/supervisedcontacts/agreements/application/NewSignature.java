package org.opora.supervisedcontacts.agreements.application;

import java.time.LocalDate;
import org.opora.api.ids.PersonId;
import org.opora.supervisedcontacts.agreements.domain.Signer;

/**
 * That somebody signed, or would not.
 *
 * @param wording number of the one that was read
 * @param person in the register; null when it is nobody there, and for a facilitator
 * @param name as typed; null where the register says it, and for a facilitator, who is the writer
 * @param reason required when it was refused
 */
public record NewSignature(
    int wording,
    Signer signer,
    PersonId person,
    String name,
    LocalDate on,
    boolean refused,
    String reason) {}
