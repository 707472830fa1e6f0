package org.opora.registry.inspections.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;

/**
 * Somebody looked into a case file, got a copy, borrowed it, or was refused (standard 13). Nothing
 * leaves this record: what was written by mistake is struck out. Its words are sealed with the key
 * of the file.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "INSPECTION")
public class Inspection {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID file;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Deed deed;

  @Column(name = "HELD_ON")
  private LocalDate heldOn;

  @Enumerated(EnumType.STRING)
  private Asker asker;

  private byte[] who;

  @Column(name = "LEGAL_TITLE")
  private byte[] title;

  private byte[] part;
  private byte[] note;
  private UUID supervisor;

  @Column(name = "RETURN_BY")
  private LocalDate returnBy;

  @Column(name = "RETURNED_ON")
  private LocalDate returnedOn;

  @Column(name = "RETURNED_TO")
  private UUID returnedTo;

  private byte[] reason;

  @Column(name = "DECIDED_BY")
  private UUID decidedBy;

  @Column(updatable = false)
  private UUID writer;

  private UUID ask;

  @Column(name = "VOID_ON")
  private LocalDate voidOn;

  @Column(name = "VOID_BY")
  private UUID voidBy;

  @Column(name = "VOID_REASON")
  private byte[] voidReason;

  @Column(name = "LENT_OUT")
  private boolean lentOut;

  protected Inspection() {}

  public Inspection(UUID id, CaseFileId file, Deed deed, StaffId writer) {
    this.id = id;
    this.file = file.value();
    this.deed = deed;
    this.writer = writer.value();
  }

  /**
   * @param sealedTitle null when nobody asked for one
   * @param sealedNote or null
   */
  public void says(
      LocalDate on,
      Asker whose,
      byte[] sealedWho,
      byte[] sealedTitle,
      byte[] sealedPart,
      byte[] sealedNote) {
    heldOn = on;
    asker = whose;
    who = sealedWho;
    title = sealedTitle;
    part = sealedPart;
    note = sealedNote;
    settle();
  }

  /**
   * @param staff who was there; null for a refusal
   * @param lastDay day by which what is lent comes back; null for anything else
   */
  public void supervisedBy(StaffId staff, LocalDate lastDay) {
    supervisor = staff == null ? null : staff.value();
    returnBy = lastDay;
  }

  /** Why it was refused and who decided; both null for anything else. */
  public void refusedBy(StaffId staff, byte[] sealedReason) {
    decidedBy = staff == null ? null : staff.value();
    reason = sealedReason;
  }

  public void returned(LocalDate on, StaffId to) {
    returnedOn = on;
    returnedTo = to.value();
    settle();
  }

  /** It did not come back after all. */
  public void notReturned() {
    returnedOn = null;
    returnedTo = null;
    settle();
  }

  public void strikeOut(LocalDate on, StaffId by, byte[] sealedReason) {
    voidOn = on;
    voidBy = by.value();
    voidReason = sealedReason;
    settle();
  }

  /** Key under which its task was pushed; null when there is none. */
  public void asksUnder(UUID key) {
    ask = key;
  }

  private void settle() {
    lentOut = deed == Deed.LENT && returnedOn == null && voidOn == null;
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

  public Deed deed() {
    return deed;
  }

  public LocalDate heldOn() {
    return heldOn;
  }

  public Asker asker() {
    return asker;
  }

  public byte[] who() {
    return who;
  }

  public byte[] title() {
    return title;
  }

  public byte[] part() {
    return part;
  }

  public byte[] note() {
    return note;
  }

  /** Null for a refusal. */
  public StaffId supervisor() {
    return supervisor == null ? null : new StaffId(supervisor);
  }

  public LocalDate returnBy() {
    return returnBy;
  }

  public LocalDate returnedOn() {
    return returnedOn;
  }

  public StaffId returnedTo() {
    return returnedTo == null ? null : new StaffId(returnedTo);
  }

  public byte[] reason() {
    return reason;
  }

  /** Null unless it was refused. */
  public StaffId decidedBy() {
    return decidedBy == null ? null : new StaffId(decidedBy);
  }

  public StaffId writer() {
    return new StaffId(writer);
  }

  public UUID ask() {
    return ask;
  }

  public boolean struckOut() {
    return voidOn != null;
  }

  public LocalDate voidOn() {
    return voidOn;
  }

  public StaffId voidBy() {
    return voidBy == null ? null : new StaffId(voidBy);
  }

  public byte[] voidReason() {
    return voidReason;
  }

  /** It was lent and has not come back. */
  public boolean lentOut() {
    return lentOut;
  }
}
