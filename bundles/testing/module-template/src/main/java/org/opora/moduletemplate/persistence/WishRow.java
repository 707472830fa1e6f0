package org.opora.moduletemplate.persistence;

import java.time.LocalDate;
import java.util.UUID;

/** A wish as the list reads it; the words are still sealed. */
public record WishRow(UUID id, LocalDate wishedOn, byte[] words) {}
