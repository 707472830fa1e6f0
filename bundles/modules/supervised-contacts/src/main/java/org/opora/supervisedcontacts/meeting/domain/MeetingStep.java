package org.opora.supervisedcontacts.meeting.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.opora.api.ids.StaffId;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.shared.domain.ChildRecord;

/**
 * What the facilitator wrote down of one child while a contact went on. It is never written over:
 * what was wrong in it is put right in the report. What is about several children stands in a row
 * for each of them, under the key of each.
 */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "MEETING_STEP")
public class MeetingStep extends ChildRecord {
  @Column(updatable = false)
  private UUID contact;

  @Column(name = "CONTACT_CHILD", updatable = false)
  private UUID contactChild;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private StepKind kind;

  @Column(name = "HAPPENED_AT", updatable = false)
  private Instant at;

  @Column(name = "WORDS_S")
  private byte[] words;

  @Column(name = "WRITTEN_BY", updatable = false)
  private UUID writtenBy;

  protected MeetingStep() {}

  public MeetingStep(UUID id, ContactChild of, StepKind kind, Instant at, StaffId by) {
    super(id, of.whose());
    this.contact = of.contact().value();
    this.contactChild = of.id().value();
    this.kind = kind;
    this.at = at;
    this.writtenBy = by.value();
  }

  /** Sealed; null for none. */
  public void says(byte[] sealed) {
    this.words = sealed;
  }

  /** No word of it is known any more. */
  public void forget() {
    this.words = null;
  }

  public ContactId contact() {
    return new ContactId(contact);
  }

  public ContactChildId contactChild() {
    return new ContactChildId(contactChild);
  }

  public StepKind kind() {
    return kind;
  }

  public Instant at() {
    return at;
  }

  /** Null when the tap said it all. */
  public byte[] words() {
    return words;
  }

  public StaffId writtenBy() {
    return new StaffId(writtenBy);
  }
}
