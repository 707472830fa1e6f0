package org.opora.supervisedcontacts.contacts.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.ChildFileId;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.supervisedcontacts.plans.domain.ContactPlan;
import org.opora.supervisedcontacts.plans.domain.PlanId;
import org.opora.supervisedcontacts.rooms.domain.RoomId;

/**
 * One meeting: planned, then held or cancelled. A cancelled contact counts as much as a held one,
 * so it is never deleted.
 */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "CONTACT")
public class Contact {
  @Id private UUID id;
  @Version private long version;
  private UUID plan;

  @Column(name = "CASE_FILE")
  private UUID caseFile;

  @Column(name = "CHILD_FILE")
  private UUID childFile;

  private UUID child;
  private UUID room;
  private UUID facilitator;

  @Column(name = "STARTS_AT")
  private Instant start;

  @Column(name = "ENDS_AT")
  private Instant end;

  @Column(name = "STARTS_ON", updatable = false)
  private LocalDate day;

  @Enumerated(EnumType.STRING)
  private ContactState state = ContactState.PLANNED;

  @Enumerated(EnumType.STRING)
  @Column(name = "CANCELLED_BY")
  private CancelledBy cancelledBy;

  @Column(name = "TOLD_AT")
  private Instant toldAt;

  @Column(name = "REASON_S")
  private byte[] reason;

  protected Contact() {}

  /**
   * @param day on which it begins, where the centre is
   */
  public Contact(
      ContactId id,
      ContactPlan plan,
      RoomId room,
      StaffId facilitator,
      TimeSlot slot,
      LocalDate day) {
    this.id = id.value();
    this.plan = plan.id().value();
    this.caseFile = plan.caseFile().value();
    this.childFile = plan.childFile().value();
    this.child = plan.child().value();
    this.room = room.value();
    this.facilitator = facilitator.value();
    this.start = slot.start();
    this.end = slot.end();
    this.day = day;
  }

  /** {@code reason} is sealed already. */
  public void cancel(CancelledBy by, Instant toldAt, byte[] reason) {
    this.state = ContactState.CANCELLED;
    this.cancelledBy = by;
    this.toldAt = toldAt;
    this.reason = reason;
  }

  /** Why it was cancelled is not known any more. */
  public void forget() {
    this.reason = null;
  }

  public void held() {
    this.state = ContactState.HELD;
  }

  public boolean planned() {
    return state == ContactState.PLANNED;
  }

  public boolean cancelled() {
    return state == ContactState.CANCELLED;
  }

  public ContactId id() {
    return new ContactId(id);
  }

  public long version() {
    return version;
  }

  public PlanId plan() {
    return new PlanId(plan);
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

  public StaffId facilitator() {
    return new StaffId(facilitator);
  }

  public ContactState state() {
    return state;
  }

  /** On which it begins, where the centre is. */
  public LocalDate day() {
    return day;
  }

  public TimeSlot slot() {
    return new TimeSlot(start, end);
  }

  public byte[] reason() {
    return reason;
  }
}
