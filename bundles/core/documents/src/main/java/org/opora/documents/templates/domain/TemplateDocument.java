package org.opora.documents.templates.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.Ids;
import org.opora.api.ids.StaffId;
import org.opora.documents.store.domain.DocumentKind;

/** A template of the centre. What is in it stands in its versions. */
@Entity
@Table(schema = "DOCUMENTS", name = "TEMPLATE")
public class TemplateDocument {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private String name;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private DocumentKind kind;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Language language;

  @Column(name = "VALID_UNTIL")
  private LocalDate validUntil;

  private int versions;

  @Column(name = "ADDED_BY", updatable = false)
  private UUID addedBy;

  @Column(name = "ADDED_AT", updatable = false)
  private Instant addedAt;

  protected TemplateDocument() {}

  /**
   * @param kind of the documents that are made of it
   */
  public TemplateDocument(
      String name, DocumentKind kind, Language language, StaffId by, Instant at) {
    this.id = Ids.next();
    this.name = name;
    this.kind = kind;
    this.language = language;
    this.addedBy = by.value();
    this.addedAt = at;
  }

  /** Counts one more version; its number. */
  public int next() {
    versions++;
    return versions;
  }

  /**
   * @param lastDay null when it goes on
   */
  public void until(LocalDate lastDay) {
    validUntil = lastDay;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public String name() {
    return name;
  }

  public DocumentKind kind() {
    return kind;
  }

  public Language language() {
    return language;
  }

  /** Last day; null while none is decided. */
  public LocalDate validUntil() {
    return validUntil;
  }
}
