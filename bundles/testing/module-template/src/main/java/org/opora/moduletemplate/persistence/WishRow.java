package org.opora.moduletemplate.persistence;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A wish as lists read it; the words are still sealed.
 *
 * @param child null for a wish of the whole family
 * @param answeredOn null while it waits
 */
public record WishRow(
    UUID id,
    UUID caseFile,
    UUID child,
    String kind,
    LocalDate wishedOn,
    byte[] words,
    LocalDate answeredOn) {}
