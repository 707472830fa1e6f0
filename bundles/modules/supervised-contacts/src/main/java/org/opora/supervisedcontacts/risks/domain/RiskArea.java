package org.opora.supervisedcontacts.risks.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One of the things an assessment looks at: how much may go wrong, how, and what is done. */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "RISK_AREA")
public class RiskArea {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID assessment;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private RiskKind kind;

  @Enumerated(EnumType.STRING)
  @Column(name = "RISK_LEVEL", updatable = false)
  private RiskLevel level;

  @Column(name = "WORDS_S")
  private byte[] words;

  @Column(name = "MEASURE_S")
  private byte[] measure;

  protected RiskArea() {}

  public RiskArea(UUID id, RiskId assessment, RiskKind kind, RiskLevel level) {
    this.id = id;
    this.assessment = assessment.value();
    this.kind = kind;
    this.level = level;
  }

  /** What may go wrong and what is done about it, both sealed; null where nothing was written. */
  public void says(byte[] words, byte[] measure) {
    this.words = words;
    this.measure = measure;
  }

  public UUID id() {
    return id;
  }

  public RiskId assessment() {
    return new RiskId(assessment);
  }

  public RiskKind kind() {
    return kind;
  }

  public RiskLevel level() {
    return level;
  }

  public byte[] words() {
    return words;
  }

  public byte[] measure() {
    return measure;
  }
}
