package org.opora.registry.standards.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A version of an internal rule that shows how a criterion is kept. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "ASSESSMENT_PROOF")
public class AssessmentProof {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID round;

  @Column(updatable = false)
  private UUID criterion;

  @Column(name = "RULE_VERSION", updatable = false)
  private UUID ruleVersion;

  protected AssessmentProof() {}

  public AssessmentProof(UUID id, AssessedCriterion criterion, UUID ruleVersion) {
    this.id = id;
    this.round = criterion.round();
    this.criterion = criterion.id();
    this.ruleVersion = ruleVersion;
  }

  public UUID criterion() {
    return criterion;
  }

  public UUID ruleVersion() {
    return ruleVersion;
  }
}
