package org.opora.registry.aims.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;

/** What those a file is about and the centre want to reach together. The words are sealed. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "AGREED_AIM")
public class AgreedAim {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID file;

  @Column(name = "AGREED_ON")
  private LocalDate agreedOn;

  private byte[] aim;
  private byte[] plan;
  private byte[] disagreed;

  @Column(name = "ADULT_VIEW")
  private byte[] adultView;

  private int wording;

  @Column(name = "REVIEW_ON")
  private LocalDate reviewOn;

  private int reviews;

  @Column(name = "ENDED_ON")
  private LocalDate endedOn;

  protected AgreedAim() {}

  public AgreedAim(UUID id, CaseFileId file) {
    this.id = id;
    this.file = file.value();
  }

  /**
   * From now on it reads so: its next wording.
   *
   * @param review when both sides look at it together
   */
  public void says(LocalDate on, AimTexts texts, LocalDate review) {
    wording++;
    agreedOn = on;
    aim = texts.aim();
    plan = texts.plan();
    disagreed = texts.disagreed();
    adultView = texts.adultView();
    reviewOn = review;
  }

  /**
   * Both sides have looked at it.
   *
   * @param next when they do so again; null when the aim ends with it
   */
  public void reviewed(LocalDate on, LocalDate next) {
    reviews++;
    reviewOn = next;
    endedOn = next == null ? on : null;
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

  public LocalDate agreedOn() {
    return agreedOn;
  }

  public AimTexts texts() {
    return new AimTexts(aim, plan, disagreed, adultView);
  }

  /** How it reads, counted from one. */
  public int wording() {
    return wording;
  }

  public LocalDate reviewOn() {
    return reviewOn;
  }

  /** How often both sides have looked at it. */
  public int reviews() {
    return reviews;
  }

  public LocalDate endedOn() {
    return endedOn;
  }
}
