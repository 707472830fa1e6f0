package org.opora.registry.importing.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** What a family or a child of the file became here, and the values it last had there. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "IMPORTED")
public class Imported {
  @Id private UUID id;

  @Column(updatable = false)
  private String mark;

  @Column(name = "CASE_FILE", updatable = false)
  private UUID caseFile;

  @Column(updatable = false)
  private UUID child;

  private UUID placement;

  private UUID carer1;

  private UUID carer2;

  private UUID agreement;

  @Column(name = "LAST_VALUES")
  private byte[] values;

  protected Imported() {}

  public Imported(
      UUID id,
      String mark,
      UUID caseFile,
      UUID child,
      UUID placement,
      UUID carer1,
      UUID carer2,
      UUID agreement,
      byte[] values) {
    this.id = id;
    this.mark = mark;
    this.caseFile = caseFile;
    this.child = child;
    this.placement = placement;
    this.carer1 = carer1;
    this.carer2 = carer2;
    this.agreement = agreement;
    this.values = values;
  }

  public void says(byte[] sealedValues) {
    values = sealedValues;
  }

  public void carers(UUID first, UUID second, UUID contract) {
    carer1 = first;
    carer2 = second;
    agreement = contract;
  }

  public UUID id() {
    return id;
  }

  public String mark() {
    return mark;
  }

  public UUID caseFile() {
    return caseFile;
  }

  public UUID child() {
    return child;
  }

  public UUID placement() {
    return placement;
  }

  public UUID carer1() {
    return carer1;
  }

  public UUID carer2() {
    return carer2;
  }

  public UUID agreement() {
    return agreement;
  }

  public byte[] values() {
    return values;
  }
}
