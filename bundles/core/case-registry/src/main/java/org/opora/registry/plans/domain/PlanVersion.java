package org.opora.registry.plans.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;
import org.opora.registry.care.domain.FormerWording;

/** How a plan read before it was corrected. It is never changed; its lines bear its number. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "PLAN_VERSION")
public class PlanVersion implements FormerWording {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID plan;

  @Column(updatable = false)
  private int wording;

  @Column(name = "WORDED_AT", updatable = false)
  private Instant wordedAt;

  @Column(name = "DRAWN_ON", updatable = false)
  private LocalDate day;

  @Column(name = "FIRST_DAY", updatable = false)
  private LocalDate first;

  @Column(name = "LAST_DAY", updatable = false)
  private LocalDate last;

  @Column(name = "REVIEW_ON", updatable = false)
  private LocalDate reviewOn;

  @Column(updatable = false)
  private byte[] words;

  @Column(name = "KEPT_BY", updatable = false)
  private UUID by;

  @Column(name = "KEPT_AT", updatable = false)
  private Instant at;

  protected PlanVersion() {}

  /**
   * @param read the plan as it still reads
   * @param sealed its words, sealed for this row
   * @param by who corrects it
   */
  public PlanVersion(UUID id, Plan read, byte[] sealed, StaffId by, Instant at) {
    this.id = id;
    this.plan = read.id();
    this.wording = read.wording();
    this.wordedAt = read.wordedAt();
    this.day = read.terms().on();
    this.first = read.terms().first();
    this.last = read.terms().last();
    this.reviewOn = read.terms().reviewOn();
    this.words = sealed;
    this.by = by.value();
    this.at = at;
  }

  public UUID id() {
    return id;
  }

  @Override
  public int wording() {
    return wording;
  }

  @Override
  public Instant wordedAt() {
    return wordedAt;
  }

  public PlanTerms terms() {
    return new PlanTerms(day, first, last, reviewOn);
  }

  public byte[] words() {
    return words;
  }

  public StaffId by() {
    return new StaffId(by);
  }

  @Override
  public Instant at() {
    return at;
  }
}
