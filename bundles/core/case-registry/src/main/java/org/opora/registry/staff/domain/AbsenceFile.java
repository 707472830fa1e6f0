package org.opora.registry.staff.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;

/**
 * A file that the deputy looks after while a colleague is away, and the assignment that says so.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "ABSENCE_FILE")
public class AbsenceFile {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID absence;

  @Column(updatable = false)
  private UUID file;

  @Column(updatable = false)
  private UUID assignment;

  protected AbsenceFile() {}

  public AbsenceFile(UUID id, UUID absence, CaseFileId file, UUID assignment) {
    this.id = id;
    this.absence = absence;
    this.file = file.value();
    this.assignment = assignment;
  }

  public CaseFileId file() {
    return new CaseFileId(file);
  }

  public UUID assignment() {
    return assignment;
  }
}
