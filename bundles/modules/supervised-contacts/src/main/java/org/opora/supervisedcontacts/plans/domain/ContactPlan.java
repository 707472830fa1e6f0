package org.opora.supervisedcontacts.plans.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;

/**
 * What was agreed or decided about a child's contacts: on what basis, in what form, how often,
 * until when. Whom the child may meet are {@link PlanPerson}s of the plan. The plan hangs on the
 * child's sub-file and moves with the child.
 */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "CONTACT_PLAN")
public class ContactPlan {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "CHILD_FILE")
  private UUID childFile;

  @Column(name = "CASE_FILE")
  private UUID caseFile;

  private UUID child;

  @Enumerated(EnumType.STRING)
  private Basis basis;

  @Column(name = "BASIS_REFERENCE")
  private String basisReference;

  private UUID decision;

  @Column(name = "VALID_FROM")
  private LocalDate validFrom;

  @Column(name = "VALID_UNTIL")
  private LocalDate validUntil;

  @Enumerated(EnumType.STRING)
  private ContactForm form;

  @Column(name = "EVERY_WEEKS")
  private Integer everyWeeks;

  private int minutes;

  @Column(name = "LANGUAGES_S")
  private byte[] languages;

  @Column(name = "CONDITIONS_S")
  private byte[] conditions;

  @Column(name = "REVIEW_ON")
  private LocalDate reviewOn;

  private int wording = 1;

  protected ContactPlan() {}

  public ContactPlan(PlanId id, CaseFileId caseFile, ChildFileId childFile, PersonId child) {
    this.id = id.value();
    this.caseFile = caseFile.value();
    this.childFile = childFile.value();
    this.child = child.value();
  }

  /**
   * Sets what the parties agreed or the court decided. Its places are {@link PlanPlace}s; the words
   * are sealed already.
   */
  public void settle(PlanTerms terms, byte[] languages, byte[] conditions) {
    this.basis = terms.basis();
    this.basisReference = terms.basisReference();
    this.decision = terms.decision();
    this.reviewOn = terms.reviewOn();
    this.languages = languages;
    this.validFrom = terms.validFrom();
    this.validUntil = terms.validUntil();
    this.form = terms.form();
    this.everyWeeks = terms.everyWeeks();
    this.minutes = terms.minutes();
    this.conditions = conditions;
  }

  /** It reads otherwise from now on; how it read before is kept. */
  public void reworded() {
    this.wording++;
  }

  /**
   * Whether these terms go beyond what the court decided while they still rest on the same
   * decision: another form of contact, another place, or days outside of it. How often and how long
   * is settled with the people; a new decision has a reference of its own.
   *
   * @param allowed where the plan lets them meet so far; empty when anywhere
   */
  public boolean departs(PlanTerms now, Set<String> allowed) {
    boolean elsewhere =
        !allowed.isEmpty() && (now.places().isEmpty() || !allowed.containsAll(now.places()));
    return onSameDecision(now)
        && (elsewhere
            || now.form() != form
            || now.validFrom().isBefore(validFrom)
            || validUntil != null
                && (now.validUntil() == null || now.validUntil().isAfter(validUntil)));
  }

  /** Whether the plan rested on a decision of a court, and still rests on the same one. */
  public boolean onSameDecision(PlanTerms now) {
    return basis == Basis.COURT_DECISION
        && now.byCourt()
        && now.onDecision(decision, basisReference);
  }

  /** Neither its conditions nor the decision behind it are known any more. */
  public void forget() {
    this.basisReference = null;
    this.decision = null;
    this.languages = null;
    this.conditions = null;
  }

  /** Whether a contact on this day rests on the plan. */
  public boolean coversDay(LocalDate day) {
    return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
  }

  public PlanId id() {
    return new PlanId(id);
  }

  public long version() {
    return version;
  }

  public CaseFileId caseFile() {
    return new CaseFileId(caseFile);
  }

  public ChildFileId childFile() {
    return new ChildFileId(childFile);
  }

  public PersonId child() {
    return new PersonId(child);
  }

  public ChildOfFile whose() {
    return new ChildOfFile(caseFile(), childFile(), child());
  }

  public Basis basis() {
    return basis;
  }

  /** Null when nothing was written. */
  public String basisReference() {
    return basisReference;
  }

  /** Key of the decision in the register; null when it is known by words alone. */
  public UUID decision() {
    return decision;
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

  public byte[] languages() {
    return languages;
  }

  /** Null when no day was set. */
  public LocalDate reviewOn() {
    return reviewOn;
  }

  /** How it reads now: from one, the next with every change. */
  public int wording() {
    return wording;
  }

  public LocalDate validFrom() {
    return validFrom;
  }

  /** Null for a plan without end. */
  public LocalDate validUntil() {
    return validUntil;
  }

  public byte[] conditions() {
    return conditions;
  }
}
