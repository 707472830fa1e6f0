package org.opora.registry.plans.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** What came of a plan by a day. It is never changed; the next one says more. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "PLAN_REVIEW")
public class PlanReview {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID plan;

  @Column(name = "REVIEWED_ON", updatable = false)
  private LocalDate day;

  @Column(updatable = false)
  private byte[] words;

  @Column(name = "WRITTEN_BY", updatable = false)
  private UUID writtenBy;

  protected PlanReview() {}

  public PlanReview(UUID id, UUID plan, LocalDate day, byte[] words, StaffId by) {
    this.id = id;
    this.plan = plan;
    this.day = day;
    this.words = words;
    this.writtenBy = by.value();
  }

  public UUID id() {
    return id;
  }

  public UUID plan() {
    return plan;
  }

  public LocalDate day() {
    return day;
  }

  public byte[] words() {
    return words;
  }

  public StaffId writtenBy() {
    return new StaffId(writtenBy);
  }
}
