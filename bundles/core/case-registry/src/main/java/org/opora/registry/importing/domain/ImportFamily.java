package org.opora.registry.importing.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One family of an import, the unit in which it is applied and taken back. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "IMPORT_FAMILY")
public class ImportFamily {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID run;

  @Column(name = "FAMILY_NO", updatable = false)
  private int family;

  @Column(updatable = false)
  private byte[] label;

  private String planned;

  private boolean applied;

  private int created;

  private int updated;

  private int unchanged;

  @Column(name = "CASE_FILE")
  private UUID caseFile;

  private UUID carer1;

  private UUID carer2;

  protected ImportFamily() {}

  public ImportFamily(UUID id, UUID run, int family, byte[] label) {
    this.id = id;
    this.run = run;
    this.family = family;
    this.label = label;
  }

  /** What would happen to the family, and to how many of its rows. */
  public void plan(String outcome, Counts counts) {
    planned = outcome;
    created = counts.created();
    updated = counts.updated();
    unchanged = counts.unchanged();
  }

  public void apply(Counts counts, UUID file, UUID firstCarer, UUID secondCarer) {
    plan(planned, counts);
    applied = true;
    caseFile = file;
    carer1 = firstCarer;
    carer2 = secondCarer;
  }

  public void takeBack() {
    applied = false;
    caseFile = null;
    carer1 = null;
    carer2 = null;
  }

  public Counts counts() {
    return new Counts(created, updated, unchanged);
  }

  public UUID id() {
    return id;
  }

  public UUID run() {
    return run;
  }

  public int family() {
    return family;
  }

  public byte[] label() {
    return label;
  }

  public String planned() {
    return planned;
  }

  public boolean applied() {
    return applied;
  }

  public int created() {
    return created;
  }

  public int updated() {
    return updated;
  }

  public int unchanged() {
    return unchanged;
  }

  public UUID caseFile() {
    return caseFile;
  }

  public UUID carer1() {
    return carer1;
  }

  public UUID carer2() {
    return carer2;
  }
}
