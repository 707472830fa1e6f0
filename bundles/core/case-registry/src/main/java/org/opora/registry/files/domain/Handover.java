package org.opora.registry.files.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;

/** The protocol by which a file goes from one key worker to another. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "HANDOVER")
public class Handover {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID file;

  @Column(updatable = false)
  private UUID giver;

  @Column(updatable = false)
  private UUID taker;

  @Column(name = "FROM_DAY", updatable = false)
  private LocalDate from;

  @Column(name = "WRITTEN_ON", updatable = false)
  private LocalDate writtenOn;

  @Column(name = "WRITTEN_BY", updatable = false)
  private UUID writtenBy;

  @Column(updatable = false)
  private byte[] promises;

  @Column(name = "TASKS_MOVED", updatable = false)
  private int tasksMoved;

  @Column(name = "CONFIRMED_ON")
  private LocalDate confirmedOn;

  private byte[] remark;

  @Column(name = "WITHDRAWN_ON")
  private LocalDate withdrawnOn;

  @Column(name = "REPLACED_BY")
  private UUID replacedBy;

  protected Handover() {}

  /**
   * @param giver who was key worker before; null when there was none
   * @param from first day of the taker
   * @param sealedPromises what was promised to the family, or null
   * @param tasksMoved how many open tasks went along
   */
  public Handover(
      UUID id,
      CaseFileId file,
      StaffId giver,
      StaffId taker,
      LocalDate from,
      StaffId writtenBy,
      LocalDate writtenOn,
      byte[] sealedPromises,
      int tasksMoved) {
    this.id = id;
    this.file = file.value();
    this.giver = giver == null ? null : giver.value();
    this.taker = taker.value();
    this.from = from;
    this.writtenBy = writtenBy.value();
    this.writtenOn = writtenOn;
    this.promises = sealedPromises;
    this.tasksMoved = tasksMoved;
  }

  /** The taker has read it. */
  public void confirm(LocalDate day, byte[] sealedRemark) {
    confirmedOn = day;
    remark = sealedRemark;
  }

  /** The family is not handed over like this: before anybody confirmed it. */
  public void withdrawn(LocalDate day) {
    withdrawnOn = day;
  }

  /** Another protocol has taken its place. */
  public void replaced(UUID byProtocol) {
    replacedBy = byProtocol;
  }

  /** Null when the family was not handed over after all, or is as this protocol says. */
  public UUID replacedBy() {
    return replacedBy;
  }

  /** Null unless it was withdrawn. */
  public LocalDate withdrawnOn() {
    return withdrawnOn;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public CaseFileId file() {
    return new CaseFileId(file);
  }

  /** Null when there was no key worker before. */
  public StaffId giver() {
    return giver == null ? null : new StaffId(giver);
  }

  public StaffId taker() {
    return new StaffId(taker);
  }

  public LocalDate from() {
    return from;
  }

  public LocalDate writtenOn() {
    return writtenOn;
  }

  public StaffId writtenBy() {
    return new StaffId(writtenBy);
  }

  public byte[] promises() {
    return promises;
  }

  public int tasksMoved() {
    return tasksMoved;
  }

  /** Null until the taker has confirmed it. */
  public LocalDate confirmedOn() {
    return confirmedOn;
  }

  public byte[] remark() {
    return remark;
  }
}
