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

/** An assignment that ended with a hand-over, as it was before. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "HANDOVER_ENDED")
public class HandoverEnded {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID handover;

  @Column(updatable = false)
  private UUID assignment;

  @Column(updatable = false)
  private UUID staff;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private RelationKind kind;

  @Column(name = "SINCE_DAY", updatable = false)
  private LocalDate since;

  @Column(name = "UNTIL_DAY", updatable = false)
  private LocalDate until;

  protected HandoverEnded() {}

  public HandoverEnded(UUID id, UUID handover, Assignment before) {
    this.id = id;
    this.handover = handover;
    this.assignment = before.id();
    this.staff = before.staff().value();
    this.kind = before.kind();
    this.since = before.since();
    this.until = before.until();
  }

  /** As it was before the hand-over. */
  public Assignment before(CaseFileId file) {
    return new Assignment(assignment, file, new StaffId(staff), kind, since, until);
  }
}
