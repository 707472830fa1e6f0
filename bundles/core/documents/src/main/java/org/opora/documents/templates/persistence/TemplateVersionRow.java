package org.opora.documents.templates.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A version of a template without its content. */
public record TemplateVersionRow(
    UUID id,
    UUID template,
    int number,
    LocalDate validFrom,
    String name,
    int bytes,
    String hash,
    UUID addedBy,
    Instant addedAt) {}
