package org.opora.registry.plans.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.opora.registry.care.domain.PaperScan;

/** A scanned paper of a plan. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "PLAN_SCAN")
@AttributeOverride(name = "written", column = @Column(name = "PLAN", updatable = false))
public class PlanScan extends PaperScan {
  protected PlanScan() {}

  public PlanScan(Added added) {
    super(added);
  }
}
