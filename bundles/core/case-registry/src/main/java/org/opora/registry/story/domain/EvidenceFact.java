package org.opora.registry.story.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;

/** A fact about a person in a file. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "EVIDENCE")
public class EvidenceFact {
  @Id private UUID id;

  @Embedded private Source source;

  @Column(updatable = false)
  private UUID file;

  @Column(updatable = false)
  private UUID person;

  @Column(name = "HAPPENED_ON", updatable = false)
  private LocalDate day;

  @Column(updatable = false)
  private BigDecimal quantity;

  @Column(updatable = false)
  private String unit;

  @Column(name = "OPENING_BALANCE", updatable = false)
  private boolean openingBalance;

  protected EvidenceFact() {}

  public EvidenceFact(
      UUID id,
      String origin,
      String kind,
      UUID record,
      CaseFileId file,
      PersonId person,
      LocalDate day,
      BigDecimal quantity,
      String unit,
      boolean openingBalance) {
    this.id = id;
    this.source = new Source(origin, kind, record);
    this.file = file.value();
    this.person = person.value();
    this.day = day;
    this.quantity = quantity;
    this.unit = unit;
    this.openingBalance = openingBalance;
  }

  public UUID id() {
    return id;
  }

  public Source source() {
    return source;
  }

  public CaseFileId file() {
    return new CaseFileId(file);
  }

  public PersonId person() {
    return new PersonId(person);
  }

  public LocalDate day() {
    return day;
  }

  public BigDecimal quantity() {
    return quantity;
  }

  public String unit() {
    return unit;
  }

  public boolean openingBalance() {
    return openingBalance;
  }
}
