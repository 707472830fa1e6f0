package org.opora.supervisedcontacts.agreements.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** How the centre words a rule, so that every agreement begins with it. */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "RULE_WORDING")
public class RuleWording {
  @Id private String kind;
  @Version private long version;
  private String words;

  @Column(name = "CHANGED_BY")
  private UUID changedBy;

  @Column(name = "CHANGED_ON")
  private LocalDate changedOn;

  protected RuleWording() {}

  public RuleWording(RuleKind kind) {
    this.kind = kind.name();
  }

  public void says(String now, StaffId by, LocalDate on) {
    this.words = now;
    this.changedBy = by.value();
    this.changedOn = on;
  }

  public RuleKind kind() {
    return RuleKind.valueOf(kind);
  }

  public long version() {
    return version;
  }

  public String words() {
    return words;
  }

  public StaffId changedBy() {
    return new StaffId(changedBy);
  }

  public LocalDate changedOn() {
    return changedOn;
  }
}
