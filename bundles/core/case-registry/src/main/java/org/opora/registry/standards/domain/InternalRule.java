package org.opora.registry.standards.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.standards.InternalRules;

/** A paper of the centre, whatever its version. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "INTERNAL_RULE")
public class InternalRule {
  @Id private UUID id;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  private InternalRules.Kind kind;

  private String title;

  @Column(name = "TITLE_N")
  private String folded;

  @Column(name = "FOR_CARERS")
  private boolean forCarers;

  @Column(name = "LAST_NUMBER")
  private int lastNumber;

  @Column(name = "ENDED_ON")
  private LocalDate endedOn;

  @Column(name = "REPLACED_BY")
  private UUID replacedBy;

  protected InternalRule() {}

  public InternalRule(UUID id) {
    this.id = id;
  }

  /**
   * @param foldedName the name as lists are ordered by it
   * @param carers whether it is handed to carers, too
   */
  public void says(InternalRules.Kind what, String name, String foldedName, boolean carers) {
    kind = what;
    title = name;
    folded = foldedName;
    forCarers = carers;
  }

  /** The number of the next version. */
  public int nextNumber() {
    lastNumber++;
    return lastNumber;
  }

  /** A version in preparation was thrown away, so that its number is free again. */
  public void numberBack() {
    lastNumber--;
  }

  /**
   * @param lastDay last day on which it holds
   * @param by the paper that takes its place, or null
   */
  public void end(LocalDate lastDay, UUID by) {
    endedOn = lastDay;
    replacedBy = by;
  }

  /** Whether it has ended by this day. */
  public boolean over(LocalDate day) {
    return endedOn != null && endedOn.isBefore(day);
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public InternalRules.Kind kind() {
    return kind;
  }

  public String title() {
    return title;
  }

  public boolean forCarers() {
    return forCarers;
  }

  public LocalDate endedOn() {
    return endedOn;
  }

  public UUID replacedBy() {
    return replacedBy;
  }
}
