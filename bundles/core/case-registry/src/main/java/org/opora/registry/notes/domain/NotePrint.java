package org.opora.registry.notes.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.opora.api.ids.StaffId;
import org.opora.registry.care.domain.PaperEntry;
import org.opora.registry.care.domain.PaperPrint;

/** A note was put on paper for a carer as it read then. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "NOTE_PRINT")
@AttributeOverride(name = "written", column = @Column(name = "NOTE", updatable = false))
public class NotePrint extends PaperPrint {
  protected NotePrint() {}

  public NotePrint(UUID id, PaperEntry read, StaffId by, Instant at) {
    super(id, read, by, at);
  }
}
