package org.opora.registry.standards.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;

/** A version that was handed to a carer. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "RULE_FOR_CARER")
public class RuleForCarer {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "RULE_VERSION", updatable = false)
  private UUID ruleVersion;

  @Column(updatable = false)
  private UUID file;

  @Column(updatable = false)
  private UUID person;

  @Column(name = "HANDED_ON", updatable = false)
  private LocalDate handedOn;

  @Column(name = "HANDED_BY", updatable = false)
  private UUID handedBy;

  @Column(name = "VOID_ON")
  private LocalDate voidOn;

  @Column(name = "VOID_BY")
  private UUID voidBy;

  @Column(name = "VOID_WHY")
  private String voidWhy;

  protected RuleForCarer() {}

  public RuleForCarer(
      UUID id, UUID ruleVersion, CaseFileId file, PersonId person, LocalDate on, StaffId by) {
    this.id = id;
    this.ruleVersion = ruleVersion;
    this.file = file.value();
    this.person = person.value();
    this.handedOn = on;
    this.handedBy = by.value();
  }

  /** It was written down by mistake; that it was stays to be seen. */
  public void strikeOut(LocalDate on, StaffId by, String why) {
    voidOn = on;
    voidBy = by.value();
    voidWhy = why;
  }

  public UUID id() {
    return id;
  }

  public UUID ruleVersion() {
    return ruleVersion;
  }

  public CaseFileId file() {
    return new CaseFileId(file);
  }

  public PersonId person() {
    return new PersonId(person);
  }

  public LocalDate handedOn() {
    return handedOn;
  }

  public StaffId handedBy() {
    return new StaffId(handedBy);
  }

  /** Null while it counts. */
  public LocalDate voidOn() {
    return voidOn;
  }

  /** Null while it counts. */
  public StaffId voidBy() {
    return voidBy == null ? null : new StaffId(voidBy);
  }

  public String voidWhy() {
    return voidWhy;
  }
}
