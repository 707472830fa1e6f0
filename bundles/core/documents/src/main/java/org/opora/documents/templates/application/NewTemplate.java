package org.opora.documents.templates.application;

import java.time.LocalDate;
import org.opora.documents.store.domain.DocumentKind;
import org.opora.documents.templates.domain.Language;

/**
 * A template as somebody brings it.
 *
 * @param kind of the documents that are made of it
 * @param from first day on which it is valid
 */
public record NewTemplate(String name, DocumentKind kind, Language language, LocalDate from) {}
