package org.opora.registry.care.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A scanned paper of a visit. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "VISIT_SCAN")
@AttributeOverride(name = "written", column = @Column(name = "VISIT", updatable = false))
public class VisitScan extends PaperScan {
  protected VisitScan() {}

  public VisitScan(Added added) {
    super(added);
  }
}
