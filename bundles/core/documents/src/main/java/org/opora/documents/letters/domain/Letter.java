package org.opora.documents.letters.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.opora.documents.templates.domain.Language;

/**
 * To whom a version of a document was written, and how it reads. Its key is that of the version.
 */
@Entity
@Table(schema = "DOCUMENTS", name = "WRITTEN_LETTER")
public class Letter {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID document;

  @Column(name = "TEMPLATE_VERSION", updatable = false)
  private UUID template;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Language language;

  @Column(name = "TO_PERSON", updatable = false)
  private UUID toPerson;

  @Column(name = "TO_BODY", updatable = false)
  private UUID toBody;

  @Column(name = "TO_S", updatable = false)
  private byte[] to;

  @Column(name = "WORDS_S", updatable = false)
  private byte[] words;

  protected Letter() {}

  public Letter(UUID version, DocumentId document, Written written) {
    this.id = version;
    this.document = document.value();
    this.template = written.template();
    this.language = written.language();
    this.toPerson = written.toPerson() == null ? null : written.toPerson().value();
    this.toBody = written.toBody() == null ? null : written.toBody().value();
    this.to = written.to();
    this.words = written.words();
  }

  /**
   * @param template version of the template; null when it was written in the product
   * @param to name of who receives it as of that day, sealed
   * @param words how it reads, sealed
   */
  public record Written(
      UUID template,
      Language language,
      PersonId toPerson,
      BodyId toBody,
      byte[] to,
      byte[] words) {}

  public UUID version() {
    return id;
  }

  public Language language() {
    return language;
  }

  public PersonId toPerson() {
    return toPerson == null ? null : new PersonId(toPerson);
  }

  public BodyId toBody() {
    return toBody == null ? null : new BodyId(toBody);
  }

  /** Sealed. */
  public byte[] to() {
    return to;
  }

  /** Sealed. */
  public byte[] words() {
    return words;
  }
}
