package org.opora.registry.people.persistence;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What an entry of the register is compared by.
 *
 * @param birthDate null when not known
 * @param nationalMark fingerprint of the national id; null when there is none
 * @param phoneMark fingerprint of the phone; null when there is none
 */
public record CandidateRow(
    UUID id,
    String given,
    String family,
    LocalDate birthDate,
    String nationalMark,
    String phoneMark) {}
