package org.opora.registry.standards.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;
import org.opora.api.standards.InternalRules;

/** A version of a paper of the centre. Once it was issued it is never changed. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "RULE_VERSION")
public class RuleVersion {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID rule;

  @Column(updatable = false)
  private int number;

  @Enumerated(EnumType.STRING)
  private InternalRules.Kind kind;

  private String title;
  private byte[] content;
  private String changes;

  @Column(name = "VALID_FROM")
  private LocalDate validFrom;

  @Column(name = "APPROVED_BY")
  private String approvedBy;

  @Column(name = "APPROVED_ON")
  private LocalDate approvedOn;

  @Column(name = "WRITTEN_BY", updatable = false)
  private UUID writtenBy;

  @Column(name = "WRITTEN_ON", updatable = false)
  private LocalDate writtenOn;

  @Column(name = "ISSUED_ON")
  private LocalDate issuedOn;

  @Column(name = "ISSUED_BY")
  private UUID issuedBy;

  protected RuleVersion() {}

  public RuleVersion(UUID id, UUID rule, int number, StaffId by, LocalDate on) {
    this.id = id;
    this.rule = rule;
    this.number = number;
    this.writtenBy = by.value();
    this.writtenOn = on;
  }

  /**
   * @param difference from the version before, or null
   * @throws IllegalStateException when it was issued
   */
  public void says(String text, String difference, LocalDate from, String who, LocalDate on) {
    if (issued()) {
      throw new IllegalStateException("What was issued is never changed");
    }
    content = text.getBytes(StandardCharsets.UTF_8);
    changes = difference;
    validFrom = from;
    approvedBy = who;
    approvedOn = on;
  }

  /**
   * It keeps the name and the kind that its paper has today, whatever the paper is called later.
   */
  public void issue(LocalDate on, StaffId by, InternalRule as) {
    kind = as.kind();
    title = as.title();
    issuedOn = on;
    issuedBy = by.value();
  }

  public boolean issued() {
    return issuedOn != null;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public UUID rule() {
    return rule;
  }

  public int number() {
    return number;
  }

  /** Null in preparation. */
  public InternalRules.Kind kind() {
    return kind;
  }

  /** Null in preparation. */
  public String title() {
    return title;
  }

  public String text() {
    return new String(content, StandardCharsets.UTF_8);
  }

  public String changes() {
    return changes;
  }

  public LocalDate validFrom() {
    return validFrom;
  }

  public String approvedBy() {
    return approvedBy;
  }

  public LocalDate approvedOn() {
    return approvedOn;
  }

  public StaffId writtenBy() {
    return new StaffId(writtenBy);
  }

  public LocalDate writtenOn() {
    return writtenOn;
  }

  public LocalDate issuedOn() {
    return issuedOn;
  }

  /** Null in preparation. */
  public StaffId issuedBy() {
    return issuedBy == null ? null : new StaffId(issuedBy);
  }
}
