package org.opora.documents.store.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.documents.store.domain.DocumentKind;
import org.opora.documents.store.domain.Place;

/**
 * A document without its content.
 *
 * @param title sealed, as {@code withdrawnWhy} is
 * @param about key of the record to which it belongs; null when it belongs to none
 * @param withdrawnOn null unless it was withdrawn
 */
public record DocumentRow(
    UUID id,
    long version,
    UUID caseFile,
    UUID childFile,
    UUID person,
    DocumentKind kind,
    byte[] title,
    LocalDate datedOn,
    UUID about,
    int versions,
    UUID addedBy,
    Instant addedAt,
    LocalDate withdrawnOn,
    UUID withdrawnBy,
    byte[] withdrawnWhy) {

  public Place place() {
    return new Place(
        new CaseFileId(caseFile),
        childFile == null ? null : new ChildFileId(childFile),
        person == null ? null : new PersonId(person));
  }
}
