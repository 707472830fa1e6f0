package org.opora.registry.files.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** A task or a letter that went along with a hand-over, and who had it before. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "HANDOVER_MOVED")
public class HandoverMoved {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID handover;

  @Column(updatable = false)
  private UUID task;

  @Column(updatable = false)
  private UUID letter;

  @Column(updatable = false)
  private UUID doer;

  protected HandoverMoved() {}

  private HandoverMoved(UUID id, UUID handover, UUID task, UUID letter, StaffId doer) {
    this.id = id;
    this.handover = handover;
    this.task = task;
    this.letter = letter;
    this.doer = doer.value();
  }

  public static HandoverMoved task(UUID id, UUID handover, UUID task, StaffId doer) {
    return new HandoverMoved(id, handover, task, null, doer);
  }

  public static HandoverMoved letter(UUID id, UUID handover, UUID letter, StaffId doer) {
    return new HandoverMoved(id, handover, null, letter, doer);
  }

  /** Null when it is a letter. */
  public UUID task() {
    return task;
  }

  /** Null when it is a task. */
  public UUID letter() {
    return letter;
  }

  public StaffId doer() {
    return new StaffId(doer);
  }
}
