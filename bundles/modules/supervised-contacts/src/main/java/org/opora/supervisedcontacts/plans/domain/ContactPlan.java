package org.opora.supervisedcontacts.plans.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;

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

  @Column(name = "VALID_FROM")
  private LocalDate validFrom;

  @Column(name = "VALID_UNTIL")
  private LocalDate validUntil;

  @Enumerated(EnumType.STRING)
  private ContactForm form;

  @Column(name = "EVERY_WEEKS")
  private Integer everyWeeks;

  private int minutes;

  @Column(name = "CONDITIONS_S")
  private byte[] conditions;

  protected ContactPlan() {}

  public ContactPlan(PlanId id, CaseFileId caseFile, ChildFileId childFile, PersonId child) {
    this.id = id.value();
    this.caseFile = caseFile.value();
    this.childFile = childFile.value();
    this.child = child.value();
  }

  /** Sets what the parties agreed or the court decided; {@code conditions} is sealed already. */
  public void settle(PlanTerms terms, byte[] conditions) {
    this.basis = terms.basis();
    this.basisReference = terms.basisReference();
    this.validFrom = terms.validFrom();
    this.validUntil = terms.validUntil();
    this.form = terms.form();
    this.everyWeeks = terms.everyWeeks();
    this.minutes = terms.minutes();
    this.conditions = conditions;
  }

  /**
   * Whether these terms go beyond what the court decided while they still rest on the same
   * decision: another form of contact, or days outside of it. How often and how long is settled
   * with the people; a new decision has a reference of its own.
   */
  public boolean departs(PlanTerms now) {
    return onSameDecision(now)
        && (now.form() != form
            || now.validFrom().isBefore(validFrom)
            || validUntil != null
                && (now.validUntil() == null || now.validUntil().isAfter(validUntil)));
  }

  /** Whether the plan rested on a decision of a court, and still rests on the same one. */
  public boolean onSameDecision(PlanTerms now) {
    return basis == Basis.COURT_DECISION
        && now.basis() == Basis.COURT_DECISION
        && Objects.equals(basisReference, now.basisReference());
  }

  /** Neither its conditions nor the decision behind it are known any more. */
  public void forget() {
    this.basisReference = null;
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

  public LocalDate validFrom() {
    return validFrom;
  }

  /** Null for a plan without end. */
  public LocalDate validUntil() {
    return validUntil;
  }

  /** How child and relatives meet. */
  public ContactForm form() {
    return form;
  }

  public byte[] conditions() {
    return conditions;
  }
}
