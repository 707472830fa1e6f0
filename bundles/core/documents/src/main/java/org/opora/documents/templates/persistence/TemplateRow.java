package org.opora.documents.templates.persistence;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.documents.store.domain.DocumentKind;
import org.opora.documents.templates.domain.Language;

/** A template without what is in it. */
public record TemplateRow(
    UUID id,
    long version,
    String name,
    DocumentKind kind,
    Language language,
    LocalDate validUntil,
    int versions) {}
