package org.opora.supervisedcontacts.plans.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.opora.api.ids.StaffId;

/** How a plan read before it was changed. Written once, and sealed as the plan is. */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "PLAN_VERSION")
public class PlanVersion {
  private static final String BETWEEN = " ";
  @Id private UUID id;

  @Column(updatable = false)
  private UUID plan;

  @Column(updatable = false)
  private int wording;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Basis basis;

  @Column(name = "BASIS_REFERENCE")
  private String basisReference;

  private UUID decision;

  @Column(name = "VALID_FROM", updatable = false)
  private LocalDate validFrom;

  @Column(name = "VALID_UNTIL", updatable = false)
  private LocalDate validUntil;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private ContactForm form;

  @Column(name = "EVERY_WEEKS", updatable = false)
  private Integer everyWeeks;

  @Column(updatable = false)
  private int minutes;

  @Column(updatable = false)
  private String places;

  @Column(name = "LANGUAGES_S")
  private byte[] languages;

  @Column(name = "CONDITIONS_S")
  private byte[] conditions;

  @Column(name = "REVIEW_ON", updatable = false)
  private LocalDate reviewOn;

  @Column(name = "KEPT_BY", updatable = false)
  private UUID by;

  @Column(name = "KEPT_AT", updatable = false)
  private Instant at;

  protected PlanVersion() {}

  /**
   * @param read the plan as it still reads
   * @param by who changes it
   */
  public PlanVersion(UUID id, ContactPlan read, Collection<String> places, StaffId by, Instant at) {
    this.id = id;
    this.plan = read.id().value();
    this.wording = read.wording();
    this.basis = read.basis();
    this.basisReference = read.basisReference();
    this.decision = read.decision();
    this.validFrom = read.validFrom();
    this.validUntil = read.validUntil();
    this.form = read.form();
    this.everyWeeks = read.everyWeeks();
    this.minutes = read.minutes();
    this.reviewOn = read.reviewOn();
    this.places = String.join(BETWEEN, places);
    this.by = by.value();
    this.at = at;
  }

  /** Its words, sealed for this row; null where there were none. */
  public void says(byte[] languages, byte[] conditions) {
    this.languages = languages;
    this.conditions = conditions;
  }

  /** No word of it is known any more. */
  public void forget() {
    this.basisReference = null;
    this.decision = null;
    this.languages = null;
    this.conditions = null;
  }

  public UUID id() {
    return id;
  }

  public int wording() {
    return wording;
  }

  public Basis basis() {
    return basis;
  }

  public String basisReference() {
    return basisReference;
  }

  public LocalDate validFrom() {
    return validFrom;
  }

  public LocalDate validUntil() {
    return validUntil;
  }

  public ContactForm form() {
    return form;
  }

  public Integer everyWeeks() {
    return everyWeeks;
  }

  public int minutes() {
    return minutes;
  }

  /** Codes of its places. */
  public List<String> places() {
    return places == null || places.isEmpty() ? List.of() : List.of(places.split(BETWEEN));
  }

  public byte[] languages() {
    return languages;
  }

  public byte[] conditions() {
    return conditions;
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
