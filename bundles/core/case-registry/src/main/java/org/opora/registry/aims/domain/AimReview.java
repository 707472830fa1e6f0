package org.opora.registry.aims.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** What came of an agreed aim by a day. It is never changed; the next one says more. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "AIM_REVIEW")
public class AimReview {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID file;

  @Column(updatable = false)
  private UUID aim;

  @Column(name = "REVIEWED_ON", updatable = false)
  private LocalDate day;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private AimResult result;

  @Column(updatable = false)
  private byte[] words;

  @Column(name = "WRITTEN_BY", updatable = false)
  private UUID writtenBy;

  protected AimReview() {}

  public AimReview(
      UUID id, AgreedAim aim, LocalDate day, AimResult result, byte[] words, StaffId writtenBy) {
    this.id = id;
    this.file = aim.file().value();
    this.aim = aim.id();
    this.day = day;
    this.result = result;
    this.words = words;
    this.writtenBy = writtenBy.value();
  }

  public UUID id() {
    return id;
  }

  public UUID aim() {
    return aim;
  }

  public LocalDate day() {
    return day;
  }

  public AimResult result() {
    return result;
  }

  public byte[] words() {
    return words;
  }

  public StaffId writtenBy() {
    return new StaffId(writtenBy);
  }
}
