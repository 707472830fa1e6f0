package org.opora.documents.templates.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** How a template reads from a day on. It was looked through before it came in. */
@Entity
@Table(schema = "DOCUMENTS", name = "TEMPLATE_VERSION")
public class TemplateVersion {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID template;

  @Column(updatable = false)
  private int number;

  @Column(name = "VALID_FROM", updatable = false)
  private LocalDate validFrom;

  @Column(updatable = false)
  private String name;

  @Column(updatable = false)
  private int bytes;

  @Column(updatable = false)
  private String hash;

  @Column(updatable = false)
  private byte[] content;

  @Column(name = "ADDED_BY", updatable = false)
  private UUID addedBy;

  @Column(name = "ADDED_AT", updatable = false)
  private Instant addedAt;

  protected TemplateVersion() {}

  public TemplateVersion(UUID id, UUID template, int number, Added added) {
    this.id = id;
    this.template = template;
    this.number = number;
    this.validFrom = added.validFrom();
    this.name = added.name();
    this.bytes = added.content().length;
    this.hash = added.hash();
    this.content = added.content();
    this.addedBy = added.by().value();
    this.addedAt = added.at();
  }

  /**
   * @param name of the file
   * @param hash SHA-256 of the content in hexadecimal
   */
  public record Added(
      LocalDate validFrom, String name, String hash, byte[] content, StaffId by, Instant at) {}
}
