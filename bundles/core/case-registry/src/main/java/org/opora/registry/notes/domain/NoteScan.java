package org.opora.registry.notes.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.opora.registry.care.domain.PaperScan;

/** A scanned paper of a note. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "NOTE_SCAN")
@AttributeOverride(name = "written", column = @Column(name = "NOTE", updatable = false))
public class NoteScan extends PaperScan {
  protected NoteScan() {}

  public NoteScan(Added added) {
    super(added);
  }
}
