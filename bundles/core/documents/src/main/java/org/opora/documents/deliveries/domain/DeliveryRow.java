package org.opora.documents.deliveries.domain;

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
import org.opora.api.documents.Deliveries.Channel;
import org.opora.api.documents.Deliveries.NewDelivery;
import org.opora.api.documents.Deliveries.Outcome;
import org.opora.api.ids.BodyId;
import org.opora.api.ids.DocumentId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;

/** That a version of a document went to somebody. */
@Entity
@Table(schema = "DOCUMENTS", name = "DELIVERY")
public class DeliveryRow {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID document;

  @Column(name = "OF_VERSION", updatable = false)
  private UUID ofVersion;

  @Column(updatable = false)
  private int number;

  @Column(name = "TO_PERSON", updatable = false)
  private UUID toPerson;

  @Column(name = "TO_BODY", updatable = false)
  private UUID toBody;

  @Column(name = "TO_S", updatable = false)
  private byte[] to;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Channel channel;

  @Column(name = "SENT_ON", updatable = false)
  private LocalDate sentOn;

  @Column(name = "DUE_ON", updatable = false)
  private LocalDate dueOn;

  @Column(name = "DELIVERED_ON")
  private LocalDate deliveredOn;

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  private UUID proof;

  @Column(name = "LATE_WHY_S")
  private byte[] lateWhy;

  @Column(name = "STRUCK_WHY_S")
  private byte[] struckWhy;

  @Column(name = "WRITTEN_BY", updatable = false)
  private UUID writtenBy;

  @Column(name = "WRITTEN_AT", updatable = false)
  private Instant writtenAt;

  protected DeliveryRow() {}

  /**
   * @param ofVersion key of the version of the document
   * @param number of that version
   * @param to name as of that day, sealed
   */
  public DeliveryRow(
      UUID id,
      DocumentId document,
      UUID ofVersion,
      int number,
      NewDelivery sent,
      byte[] to,
      StaffId by,
      Instant at) {
    this.id = id;
    this.document = document.value();
    this.ofVersion = ofVersion;
    this.number = number;
    this.toPerson = sent.to().person() == null ? null : sent.to().person().value();
    this.toBody = sent.to().body() == null ? null : sent.to().body().value();
    this.to = to;
    this.channel = sent.channel();
    this.sentOn = sent.sentOn();
    this.dueOn = sent.dueOn();
    this.writtenBy = by.value();
    this.writtenAt = at;
  }

  /**
   * @param why late, sealed; null when it was not
   */
  public void settled(LocalDate on, Outcome how, DocumentId by, byte[] why) {
    deliveredOn = on;
    outcome = how;
    proof = by == null ? null : by.value();
    lateWhy = why;
  }

  /**
   * It never went there.
   *
   * @param why sealed
   */
  public void strike(byte[] why) {
    struckWhy = why;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public DocumentId document() {
    return new DocumentId(document);
  }

  public int number() {
    return number;
  }

  public PersonId toPerson() {
    return toPerson == null ? null : new PersonId(toPerson);
  }

  public BodyId toBody() {
    return toBody == null ? null : new BodyId(toBody);
  }

  public byte[] to() {
    return to;
  }

  public Channel channel() {
    return channel;
  }

  public LocalDate sentOn() {
    return sentOn;
  }

  public LocalDate dueOn() {
    return dueOn;
  }

  /** Also the day on which it came back. */
  public LocalDate deliveredOn() {
    return deliveredOn;
  }

  public Outcome outcome() {
    return outcome;
  }

  public DocumentId proof() {
    return proof == null ? null : new DocumentId(proof);
  }

  public byte[] lateWhy() {
    return lateWhy;
  }

  public byte[] struckWhy() {
    return struckWhy;
  }

  public boolean struck() {
    return struckWhy != null;
  }

  public StaffId writtenBy() {
    return new StaffId(writtenBy);
  }
}
