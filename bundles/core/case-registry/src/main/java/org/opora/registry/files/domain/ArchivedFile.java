package org.opora.registry.files.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;

/** A file was put away from everyday work, and perhaps taken back. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "FILE_ARCHIVED")
public class ArchivedFile {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID file;

  @Column(name = "ARCHIVED_ON", updatable = false)
  private LocalDate archivedOn;

  @Column(name = "ARCHIVED_BY", updatable = false)
  private UUID archivedBy;

  @Column(name = "BACK_ON")
  private LocalDate backOn;

  @Column(name = "BACK_BY")
  private UUID backBy;

  private byte[] why;

  protected ArchivedFile() {}

  public ArchivedFile(UUID id, CaseFileId file, LocalDate on, StaffId by) {
    this.id = id;
    this.file = file.value();
    this.archivedOn = on;
    this.archivedBy = by.value();
  }

  /**
   * @param words sealed
   */
  public void back(LocalDate on, StaffId by, byte[] words) {
    backOn = on;
    backBy = by.value();
    why = words;
  }

  public UUID id() {
    return id;
  }

  public CaseFileId file() {
    return new CaseFileId(file);
  }

  public LocalDate archivedOn() {
    return archivedOn;
  }

  public StaffId archivedBy() {
    return new StaffId(archivedBy);
  }

  /** Null while it is archived. */
  public LocalDate backOn() {
    return backOn;
  }

  /** Null while it is archived. */
  public StaffId backBy() {
    return backBy == null ? null : new StaffId(backBy);
  }

  /** Sealed; null while it is archived. */
  public byte[] why() {
    return why;
  }
}
