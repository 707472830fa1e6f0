package org.opora.supervisedcontacts.observations.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.StaffId;
import org.opora.supervisedcontacts.contacts.domain.ContactChild;
import org.opora.supervisedcontacts.contacts.domain.ContactChildId;
import org.opora.supervisedcontacts.contacts.domain.ContactId;
import org.opora.supervisedcontacts.shared.domain.ChildRecord;

/**
 * The report on what was observed of one child at a contact. What it says stands in {@link
 * ReportVersion}s: once somebody else has approved it, it stands fast, and a change is the next
 * version, which is approved again.
 */
@Entity
@Table(schema = "SUPERVISED_CONTACTS", name = "OBSERVATION_REPORT")
public class ObservationReport extends ChildRecord {
  @Column(updatable = false)
  private UUID contact;

  @Column(name = "CONTACT_CHILD", updatable = false)
  private UUID contactChild;

  @Column(name = "CONTACT_ON", updatable = false)
  private LocalDate contactOn;

  @Enumerated(EnumType.STRING)
  private ReportState state = ReportState.DRAFT;

  @Column(name = "REPORT_NUMBER")
  private int number = 1;

  private UUID author;

  @Column(name = "SUBMITTED_ON")
  private LocalDate submittedOn;

  @Column(name = "RETURNED_BY")
  private UUID returnedBy;

  @Column(name = "RETURNED_S")
  private byte[] returned;

  @Column(name = "WITHDRAWN_ON")
  private LocalDate withdrawnOn;

  @Column(name = "WITHDRAWN_BY")
  private UUID withdrawnBy;

  @Column(name = "WITHDRAWN_S")
  private byte[] withdrawn;

  protected ObservationReport() {}

  public ObservationReport(ReportId id, ContactChild of, LocalDate contactOn, StaffId author) {
    super(id.value(), of.whose());
    this.contact = of.contact().value();
    this.contactChild = of.id().value();
    this.contactOn = contactOn;
    this.author = author.value();
  }

  /** Whoever wrote the present version last answers for it. */
  public void writtenBy(StaffId by) {
    this.author = by.value();
  }

  /** It is to be approved; the day of the first time is the one on which it was written. */
  public void submit(LocalDate on) {
    this.state = ReportState.SUBMITTED;
    this.submittedOn = submittedOn == null ? on : submittedOn;
    this.returnedBy = null;
    this.returned = null;
  }

  /**
   * It is to be written otherwise.
   *
   * @param why sealed
   */
  public void back(StaffId by, byte[] why) {
    this.state = ReportState.DRAFT;
    this.returnedBy = by.value();
    this.returned = why;
  }

  public void approve() {
    this.state = ReportState.APPROVED;
  }

  /** Somebody has got a copy. */
  public void issue() {
    this.state = ReportState.ISSUED;
  }

  /** The next version is written. */
  public void revise(StaffId by) {
    this.state = ReportState.DRAFT;
    this.number++;
    this.author = by.value();
  }

  /**
   * @param why sealed
   */
  public void withdraw(StaffId by, LocalDate on, byte[] why) {
    this.state = ReportState.WITHDRAWN;
    this.withdrawnBy = by.value();
    this.withdrawnOn = on;
    this.withdrawn = why;
  }

  /** No word of it is known any more. */
  public void forget() {
    this.returned = null;
    this.withdrawn = null;
  }

  public ReportId id() {
    return new ReportId(key());
  }

  public ContactId contact() {
    return new ContactId(contact);
  }

  public ContactChildId contactChild() {
    return new ContactChildId(contactChild);
  }

  public LocalDate contactOn() {
    return contactOn;
  }

  public ReportState state() {
    return state;
  }

  /** Of the present version, from one. */
  public int number() {
    return number;
  }

  public StaffId author() {
    return new StaffId(author);
  }

  /** Null until it was written for the first time. */
  public LocalDate submittedOn() {
    return submittedOn;
  }

  /** Null unless it was given back, and not submitted again since. */
  public StaffId returnedBy() {
    return returnedBy == null ? null : new StaffId(returnedBy);
  }

  public byte[] returned() {
    return returned;
  }

  public LocalDate withdrawnOn() {
    return withdrawnOn;
  }

  public StaffId withdrawnBy() {
    return withdrawnBy == null ? null : new StaffId(withdrawnBy);
  }

  public byte[] withdrawn() {
    return withdrawn;
  }
}
