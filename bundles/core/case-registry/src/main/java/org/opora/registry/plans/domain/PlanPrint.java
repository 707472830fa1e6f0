package org.opora.registry.plans.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.opora.api.ids.StaffId;
import org.opora.registry.care.domain.PaperEntry;
import org.opora.registry.care.domain.PaperPrint;

/** A plan was put on paper as it read then. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "PLAN_PRINT")
@AttributeOverride(name = "written", column = @Column(name = "PLAN", updatable = false))
public class PlanPrint extends PaperPrint {
  protected PlanPrint() {}

  public PlanPrint(UUID id, PaperEntry read, StaffId by, Instant at) {
    super(id, read, by, at);
  }
}
