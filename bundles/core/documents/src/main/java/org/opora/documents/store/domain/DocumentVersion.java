package org.opora.documents.store.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.StaffId;
import org.opora.documents.content.domain.ContentKind;

/** How a document was on a day. Its content lies beside it in pieces. */
@Entity
@Table(schema = "DOCUMENTS", name = "DOCUMENT_VERSION")
public class DocumentVersion {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID document;

  @Column(updatable = false)
  private int number;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private ContentKind kind;

  @Column(name = "NAME_S", updatable = false)
  private byte[] name;

  @Column(updatable = false)
  private int bytes;

  @Column(name = "HASH_S", updatable = false)
  private byte[] hash;

  @Column(updatable = false)
  private boolean cleaned;

  @Column(name = "ADDED_BY", updatable = false)
  private UUID addedBy;

  @Column(name = "ADDED_AT", updatable = false)
  private Instant addedAt;

  protected DocumentVersion() {}

  public DocumentVersion(DocumentId document, int number, Added added) {
    this.id = added.id();
    this.document = document.value();
    this.number = number;
    this.kind = added.kind();
    this.name = added.name();
    this.bytes = added.bytes();
    this.hash = added.hash();
    this.cleaned = added.cleaned();
    this.addedBy = added.by().value();
    this.addedAt = added.at();
  }

  /**
   * @param name as it is called when it is handed out, sealed
   * @param bytes how long it is when it is open
   * @param hash SHA-256 of it in hexadecimal, sealed: whoever has a file would know who has it, too
   * @param cleaned whether something was left out that a camera or a program had said about it
   */
  public record Added(
      UUID id,
      ContentKind kind,
      byte[] name,
      int bytes,
      byte[] hash,
      boolean cleaned,
      StaffId by,
      Instant at) {}
}
