package org.opora.documents.store.application;

import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.documents.store.domain.DocumentKind;

/**
 * A document as somebody brings it.
 *
 * @param title null when it is called as its file is
 * @param person child or adult of the family whom it is about; null when it is about them all
 * @param datedOn the day that stands on it
 * @param about key of the record in the story of the file to which it belongs; null when none
 */
public record NewDocument(
    DocumentKind kind, String title, PersonId person, LocalDate datedOn, UUID about) {}
