package org.opora.registry.intake.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;

/**
 * A carer has asked for a service to which they are entitled. Its words are sealed with the key of
 * the family's file. It is open until it has an outcome.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "SERVICE_REQUEST")
public class ServiceRequest {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID file;

  private UUID person;

  @Column(name = "ASKED_ON")
  private LocalDate askedOn;

  private String entitlement;
  private String paragraph;
  private byte[] wish;

  @Column(name = "ANSWER_BY")
  private LocalDate answerBy;

  private byte[] offer;

  @Column(name = "OFFERED_ON")
  private LocalDate offeredOn;

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  @Column(name = "DECIDED_ON")
  private LocalDate decidedOn;

  @Column(name = "DECIDED_BY")
  private UUID decidedBy;

  private byte[] reason;

  @Column(name = "RECORDED_BY", updatable = false)
  private UUID recordedBy;

  protected ServiceRequest() {}

  public ServiceRequest(UUID id, CaseFileId file, StaffId recordedBy) {
    this.id = id;
    this.file = file.value();
    this.recordedBy = recordedBy.value();
  }

  /**
   * @param right code of the entitlement
   * @param where paragraph of the law that held on that day
   * @param lastDay by when the centre answers
   */
  public void asks(
      PersonId carer,
      LocalDate on,
      String right,
      String where,
      byte[] sealedWish,
      LocalDate lastDay) {
    person = carer.value();
    askedOn = on;
    entitlement = right;
    paragraph = where;
    wish = sealedWish;
    answerBy = lastDay;
  }

  /**
   * @param sealedOffer null when nothing has been offered
   */
  public void offered(byte[] sealedOffer, LocalDate on) {
    offer = sealedOffer;
    offeredOn = on;
  }

  /**
   * @param sealedReason may be null unless it was not possible
   */
  public void answered(Outcome how, LocalDate on, StaffId by, byte[] sealedReason) {
    if (how == Outcome.NOT_POSSIBLE && (sealedReason == null || offer == null)) {
      throw new IllegalStateException("A request is never plainly refused");
    }
    outcome = how;
    decidedOn = on;
    decidedBy = by.value();
    reason = sealedReason;
  }

  public boolean open() {
    return outcome == null;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public CaseFileId file() {
    return new CaseFileId(file);
  }

  public PersonId person() {
    return new PersonId(person);
  }

  public LocalDate askedOn() {
    return askedOn;
  }

  public String entitlement() {
    return entitlement;
  }

  public String paragraph() {
    return paragraph;
  }

  public byte[] wish() {
    return wish;
  }

  public LocalDate answerBy() {
    return answerBy;
  }

  public byte[] offer() {
    return offer;
  }

  public LocalDate offeredOn() {
    return offeredOn;
  }

  /** Null while it is open. */
  public Outcome outcome() {
    return outcome;
  }

  /** Null while it is open. */
  public LocalDate decidedOn() {
    return decidedOn;
  }

  public StaffId decidedBy() {
    return decidedBy == null ? null : new StaffId(decidedBy);
  }

  public byte[] reason() {
    return reason;
  }

  public StaffId recordedBy() {
    return new StaffId(recordedBy);
  }
}
