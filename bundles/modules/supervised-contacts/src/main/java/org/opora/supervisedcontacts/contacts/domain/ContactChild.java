package org.opora.supervisedcontacts.contacts.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.PersonId;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.shared.domain.ChildOfFile;
import org.opora.supervisedcontacts.shared.domain.ChildRecord;

/**
 * What a contact is for one of its children: in which family, by which plan, whether the child was
 * there. Every word is sealed with the key of this child's sub-file, also one that holds for all,
 * so that nobody reads it by way of a sibling.
 */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "CONTACT_CHILD")
public class ContactChild extends ChildRecord {
  private UUID contact;
  private UUID plan;

  /** That of the contact: lists of a child are in its order. */
  @Column(name = "STARTS_AT")
  private Instant start;

  private Boolean present;

  @Column(name = "CAME_AT")
  private Instant cameAt;

  @Column(name = "LEFT_AT")
  private Instant leftAt;

  @Column(name = "PLACE_S")
  private byte[] placeWords;

  @Column(name = "REASON_S")
  private byte[] reason;

  @Enumerated(EnumType.STRING)
  @Column(name = "CHILD_TOLD_BY")
  private Teller toldBy;

  @Column(name = "CHILD_TOLD_AT")
  private Instant toldAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "CHILD_TOLD_HOW")
  private Telling toldHow;

  @Column(name = "REACTION_S")
  private byte[] reaction;

  protected ContactChild() {}

  public ContactChild(ContactChildId id, Contact contact, ContactPlan plan) {
    super(id.value(), new ChildOfFile(plan.caseFile(), plan.childFile(), plan.child()));
    this.contact = contact.id().value();
    this.plan = plan.id().value();
  }

  /** When its contact is. */
  public void takes(Span span) {
    this.start = span.start();
  }

  /**
   * @param words more about a place that is not in the house, sealed; null for none
   */
  public void isAt(byte[] words) {
    this.placeWords = words;
  }

  /** Whether the child came; one that did not was never there. */
  public void present(boolean present) {
    this.present = present;
    if (!present) {
      this.cameAt = null;
      this.leftAt = null;
    }
  }

  /** From when to when it was there; null for what nobody wrote down. */
  public void there(Instant from, Instant until) {
    this.present = true;
    this.cameAt = from;
    this.leftAt = until;
  }

  /** Why it did not take place, sealed. */
  public void because(byte[] reason) {
    this.reason = reason;
  }

  /** Null when nobody has told the child yet. */
  public void told(ChildTold told) {
    this.toldBy = told == null ? null : told.by();
    this.toldAt = told == null ? null : told.at();
    this.toldHow = told == null ? null : told.how();
    this.reaction = told == null ? null : told.reaction();
  }

  /** No word is known any more. */
  public void forget() {
    this.placeWords = null;
    this.reason = null;
    this.reaction = null;
  }

  public ContactChildId id() {
    return new ContactChildId(key());
  }

  public ContactId contact() {
    return new ContactId(contact);
  }

  public PlanId plan() {
    return new PlanId(plan);
  }

  public CaseFileId caseFile() {
    return whose().file();
  }

  public PersonId child() {
    return whose().child();
  }

  /** Null until the contact is written down. */
  public Boolean present() {
    return present;
  }

  public Instant cameAt() {
    return cameAt;
  }

  public Instant leftAt() {
    return leftAt;
  }

  public byte[] placeWords() {
    return placeWords;
  }

  public byte[] reason() {
    return reason;
  }

  /** Null when nobody has told the child. */
  public ChildTold told() {
    return toldBy == null ? null : new ChildTold(toldBy, toldAt, toldHow, reaction);
  }

  /** Whether anything is written that may speak of others. */
  public boolean hasWords() {
    return placeWords != null || reason != null || reaction != null;
  }
}
