package org.opora.registry.importing.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One thing an import wrote, with what stood there before, to be taken back in reverse order. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "IMPORT_CHANGE")
public class ImportChange {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID run;

  @Column(name = "FAMILY_NO", updatable = false)
  private int family;

  @Column(updatable = false)
  private int seq;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Kind kind;

  @Column(updatable = false)
  private UUID subject;

  @Column(name = "CASE_FILE", updatable = false)
  private UUID caseFile;

  @Column(name = "VERSION_AFTER", updatable = false)
  private long versionAfter;

  @Column(name = "BEFORE_IMAGE", updatable = false)
  private byte[] before;

  protected ImportChange() {}

  public ImportChange(
      UUID id,
      UUID run,
      int family,
      int seq,
      Kind kind,
      UUID subject,
      UUID caseFile,
      long versionAfter,
      byte[] before) {
    this.id = id;
    this.run = run;
    this.family = family;
    this.seq = seq;
    this.kind = kind;
    this.subject = subject;
    this.caseFile = caseFile;
    this.versionAfter = versionAfter;
    this.before = before;
  }

  /** What was written. */
  public enum Kind {
    /** A whole family; the image lists what it is made of. */
    NEW_FAMILY,
    NEW_STAFF,
    NEW_FILE,
    NEW_PERSON,
    NEW_CARER,
    NEW_AGREEMENT,
    NEW_PLACEMENT,
    NEW_BALANCE,
    NEW_SNAPSHOT,
    PERSON,
    AGREEMENT,
    PLACEMENT,
    ASSIGNMENT,
    CONTACT,
    BALANCE,
    SNAPSHOT
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

  public int seq() {
    return seq;
  }

  public Kind kind() {
    return kind;
  }

  public UUID subject() {
    return subject;
  }

  public UUID caseFile() {
    return caseFile;
  }

  public long versionAfter() {
    return versionAfter;
  }

  public byte[] before() {
    return before;
  }
}
