package org.opora.documents.store.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.Ids;
import org.opora.api.ids.PersonId;

/** Somebody of whom a document tells that is about several. */
@Entity
@Table(schema = "DOCUMENTS", name = "DOCUMENT_NAMED")
public class DocumentNamed {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID document;

  @Column(updatable = false)
  private UUID person;

  protected DocumentNamed() {}

  public DocumentNamed(DocumentId document, PersonId person) {
    this.id = Ids.next();
    this.document = document.value();
    this.person = person.value();
  }
}
