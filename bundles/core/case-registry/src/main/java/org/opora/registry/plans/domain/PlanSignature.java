package org.opora.registry.plans.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.opora.registry.care.domain.PaperSignature;

/** A carer has read a plan and signed it, or has refused to. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "PLAN_SIGNATURE")
@AttributeOverride(name = "written", column = @Column(name = "PLAN", updatable = false))
public class PlanSignature extends PaperSignature {
  protected PlanSignature() {}

  public PlanSignature(Noted noted) {
    super(noted);
  }
}
