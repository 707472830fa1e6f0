package org.opora.registry.files.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.access.RelationKind;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;

/** The time in which a member of staff works with a file, as key worker or deputy. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "ASSIGNMENT")
public class Assignment {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID file;

  @Column(updatable = false)
  private UUID staff;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private RelationKind kind;

  @Column(name = "SINCE_DAY", updatable = false)
  private LocalDate since;

  @Column(name = "UNTIL_DAY")
  private LocalDate until;

  protected Assignment() {}

  public Assignment(
      UUID id,
      CaseFileId file,
      StaffId staff,
      RelationKind kind,
      LocalDate since,
      LocalDate until) {
    this.id = id;
    this.file = file.value();
    this.staff = staff.value();
    this.kind = kind;
    this.since = since;
    this.until = until;
  }

  /** A copy that no longer changes with it. */
  public Assignment asItIs() {
    return new Assignment(id, file(), staff(), kind, since, until);
  }

  public void lasts(LocalDate lastDay) {
    until = lastDay;
  }

  public UUID id() {
    return id;
  }

  public CaseFileId file() {
    return new CaseFileId(file);
  }

  public StaffId staff() {
    return new StaffId(staff);
  }

  public RelationKind kind() {
    return kind;
  }

  public LocalDate since() {
    return since;
  }

  public LocalDate until() {
    return until;
  }
}
