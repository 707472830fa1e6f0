package org.opora.registry.care.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A carer has read a visit and signed it, or has refused to. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "VISIT_SIGNATURE")
@AttributeOverride(name = "written", column = @Column(name = "VISIT", updatable = false))
public class VisitSignature extends PaperSignature {
  protected VisitSignature() {}

  public VisitSignature(Noted noted) {
    super(noted);
  }
}
