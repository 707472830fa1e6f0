package org.opora.registry.aims.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/**
 * How an agreed aim read before somebody put it otherwise. It is never changed; its goals, steps
 * and reasons are the parts that stood in its wording.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "AIM_VERSION")
public class AimVersion {
  @Id private UUID id;

  @Column(updatable = false)
  private UUID aim;

  @Column(updatable = false)
  private int wording;

  @Column(name = "AGREED_ON", updatable = false)
  private LocalDate agreedOn;

  @Column(updatable = false)
  private byte[] words;

  @Column(updatable = false)
  private byte[] plan;

  @Column(updatable = false)
  private byte[] disagreed;

  @Column(name = "ADULT_VIEW", updatable = false)
  private byte[] adultView;

  @Column(name = "REVIEW_ON", updatable = false)
  private LocalDate reviewOn;

  @Column(name = "CHANGED_BY", updatable = false)
  private UUID by;

  @Column(name = "CHANGED_AT", updatable = false)
  private Instant at;

  protected AimVersion() {}

  /**
   * @param read the aim as it still reads
   * @param sealed its words, sealed for this row
   * @param by who puts it otherwise
   */
  public AimVersion(UUID id, AgreedAim read, AimTexts sealed, StaffId by, Instant at) {
    this.id = id;
    this.aim = read.id();
    this.wording = read.wording();
    this.agreedOn = read.agreedOn();
    this.words = sealed.aim();
    this.plan = sealed.plan();
    this.disagreed = sealed.disagreed();
    this.adultView = sealed.adultView();
    this.reviewOn = read.reviewOn();
    this.by = by.value();
    this.at = at;
  }

  public UUID id() {
    return id;
  }

  public UUID aim() {
    return aim;
  }

  public int wording() {
    return wording;
  }

  public LocalDate agreedOn() {
    return agreedOn;
  }

  public AimTexts texts() {
    return new AimTexts(words, plan, disagreed, adultView);
  }

  public LocalDate reviewOn() {
    return reviewOn;
  }

  public StaffId by() {
    return new StaffId(by);
  }

  public Instant at() {
    return at;
  }
}
