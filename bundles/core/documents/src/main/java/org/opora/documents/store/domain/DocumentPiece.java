package org.opora.documents.store.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/**
 * A piece of the content of a version, sealed by itself: so a large file is never in memory more
 * often than it has to be.
 */
@Entity
@Table(schema = "DOCUMENTS", name = "DOCUMENT_PIECE")
public class DocumentPiece {
  @Id private UUID id;

  @Column(name = "OF_VERSION", updatable = false)
  private UUID version;

  @Column(updatable = false)
  private int number;

  @Column(updatable = false)
  private byte[] content;

  protected DocumentPiece() {}

  /**
   * @param number in the order of the content, from zero
   * @param content sealed
   */
  public DocumentPiece(UUID id, UUID version, int number, byte[] content) {
    this.id = id;
    this.version = version;
    this.number = number;
    this.content = content;
  }
}
