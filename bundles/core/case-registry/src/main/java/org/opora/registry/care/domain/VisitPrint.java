package org.opora.registry.care.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** A visit was put on paper for a carer as it read then. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "VISIT_PRINT")
@AttributeOverride(name = "written", column = @Column(name = "VISIT", updatable = false))
public class VisitPrint extends PaperPrint {
  protected VisitPrint() {}

  public VisitPrint(UUID id, PaperEntry read, StaffId by, Instant at) {
    super(id, read, by, at);
  }
}
