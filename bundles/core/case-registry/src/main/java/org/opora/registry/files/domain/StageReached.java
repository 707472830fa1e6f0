package org.opora.registry.files.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;

/** Applicants have reached a stage. What was written by mistake is struck out, and stays. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "APPLICANT_STAGE")
public class StageReached {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID file;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private ApplicantStage stage;

  @Column(name = "REACHED_ON", updatable = false)
  private LocalDate day;

  @Column(name = "WRITTEN_BY", updatable = false)
  private UUID writtenBy;

  @Column(name = "STRUCK_ON")
  private LocalDate struckOn;

  @Column(name = "STRUCK_BY")
  private UUID struckBy;

  protected StageReached() {}

  public StageReached(
      UUID id, CaseFileId file, ApplicantStage stage, LocalDate day, StaffId writtenBy) {
    this.id = id;
    this.file = file.value();
    this.stage = stage;
    this.day = day;
    this.writtenBy = writtenBy.value();
  }

  public void strikeOut(LocalDate on, StaffId by) {
    struckOn = on;
    struckBy = by.value();
  }

  public UUID id() {
    return id;
  }

  public CaseFileId file() {
    return new CaseFileId(file);
  }

  public ApplicantStage stage() {
    return stage;
  }

  public LocalDate day() {
    return day;
  }

  public LocalDate struckOn() {
    return struckOn;
  }
}
