package org.opora.supervisedcontacts.agreements.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.StaffId;

/**
 * How an agreement reads, or read. Written once; its rules are {@link AgreementRule}s. What is
 * written to it later is only where it was filed, under the lock of the agreement.
 */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "AGREEMENT_WORDING")
public class AgreementWording {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID agreement;

  @Column(name = "WORDING", updatable = false)
  private int number;

  @Column(name = "VALID_FROM", updatable = false)
  private LocalDate validFrom;

  @Column(name = "VALID_UNTIL", updatable = false)
  private LocalDate validUntil;

  @Column(name = "VIEW_S")
  private byte[] view;

  @Column(name = "WRITTEN_BY", updatable = false)
  private UUID writtenBy;

  @Column(name = "WRITTEN_AT", updatable = false)
  private Instant writtenAt;

  private UUID document;

  protected AgreementWording() {}

  public AgreementWording(UUID id, AgreementId agreement, int number, StaffId by, Instant at) {
    this.id = id;
    this.agreement = agreement.value();
    this.number = number;
    this.writtenBy = by.value();
    this.writtenAt = at;
  }

  /**
   * @param until null while it lasts
   * @param view how the child sees it, sealed; null when nobody wrote it
   */
  public void says(LocalDate from, LocalDate until, byte[] view) {
    this.validFrom = from;
    this.validUntil = until;
    this.view = view;
  }

  /** It lies among the documents of the child, as it was signed. */
  public void filed(DocumentId document) {
    this.document = document.value();
  }

  /** The document is there no more. */
  public void unfiled() {
    this.document = null;
  }

  /** How the child sees it is not known any more. */
  public void forget() {
    this.view = null;
  }

  public UUID id() {
    return id;
  }

  public AgreementId agreement() {
    return new AgreementId(agreement);
  }

  public int number() {
    return number;
  }

  public LocalDate validFrom() {
    return validFrom;
  }

  public LocalDate validUntil() {
    return validUntil;
  }

  public byte[] view() {
    return view;
  }

  /** Null while it is not among the documents. */
  public DocumentId document() {
    return document == null ? null : new DocumentId(document);
  }

  public StaffId writtenBy() {
    return new StaffId(writtenBy);
  }

  public Instant writtenAt() {
    return writtenAt;
  }
}
