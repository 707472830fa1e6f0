package org.opora.documents.letters.application;

import java.util.UUID;
import org.opora.api.documents.spi.TemplateData.Reader;
import org.opora.api.ids.PersonId;
import org.opora.documents.templates.domain.Language;

/**
 * A letter as somebody writes it.
 *
 * @param template version of the template; null when it is written in the product
 * @param person child or adult of the family whom it is about; null when it is about them all
 * @param title what it is about; the title of the document as well
 * @param language null with a template, which has its own
 * @param words null with a template
 */
public record NewLetter(
    UUID template, Reader to, PersonId person, String title, Language language, String words) {}
