package org.opora.registry.importing.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** A finding of an import; value and arguments are sealed with the drawer of the import. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "IMPORT_FINDING")
public class ImportFinding {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID run;

  @Column(name = "FAMILY_NO", updatable = false)
  private int family;

  @Column(name = "ROW_NO", updatable = false)
  private int row;

  @Column(updatable = false)
  private String code;

  @Column(updatable = false)
  private String sentence;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Finding.Severity severity;

  @Column(updatable = false)
  private byte[] content;

  @Column(name = "OTHER_ROW", updatable = false)
  private int otherRow;

  @Column(name = "OTHER_PERSON", updatable = false)
  private UUID otherPerson;

  @Column(name = "SETTLED_ON")
  private LocalDate settledOn;

  @Column(name = "SETTLED_BY")
  private UUID settledBy;

  protected ImportFinding() {}

  public ImportFinding(
      UUID id,
      UUID run,
      int family,
      int row,
      String code,
      String sentence,
      Finding.Severity severity,
      byte[] content,
      int otherRow,
      UUID otherPerson) {
    this.id = id;
    this.run = run;
    this.family = family;
    this.row = row;
    this.code = code;
    this.sentence = sentence;
    this.severity = severity;
    this.content = content;
    this.otherRow = otherRow;
    this.otherPerson = otherPerson;
  }

  /** Somebody has looked into it. Null days take the tick away. */
  public void settle(LocalDate day, UUID staff) {
    settledOn = day;
    settledBy = day == null ? null : staff;
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

  public int row() {
    return row;
  }

  public String code() {
    return code;
  }

  public String sentence() {
    return sentence;
  }

  public Finding.Severity severity() {
    return severity;
  }

  public byte[] content() {
    return content;
  }

  public int otherRow() {
    return otherRow;
  }

  public UUID otherPerson() {
    return otherPerson;
  }

  public LocalDate settledOn() {
    return settledOn;
  }

  public UUID settledBy() {
    return settledBy;
  }
}
