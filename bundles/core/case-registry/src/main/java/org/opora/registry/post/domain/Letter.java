package org.opora.registry.post.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.access.Subject;
import org.opora.api.ids.CaseFileId;
import org.opora.api.ids.StaffId;

/**
 * One line of the book of post. Nothing leaves the book: a line written by mistake is struck out,
 * and its number stays. What names people is sealed: with the key of the file it concerns, or with
 * that of its writer.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "LETTER")
public class Letter {
  @Id private UUID id;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Direction direction;

  @Column(name = "SERIES_YEAR", updatable = false)
  private int year;

  @Column(updatable = false)
  private int turn;

  @Column(name = "PASSED_ON")
  private LocalDate passedOn;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  private byte[] party;
  private byte[] matter;
  private byte[] note;

  @Column(name = "DELIVERED_ON")
  private LocalDate deliveredOn;

  private byte[] proof;
  private UUID file;

  @Column(updatable = false)
  private UUID writer;

  private UUID doer;
  private LocalDate due;
  private UUID ask;

  @Column(name = "SETTLED_ON")
  private LocalDate settledOn;

  @Column(name = "SETTLED_BY")
  private UUID settledBy;

  private UUID answer;

  @Column(name = "VOID_ON")
  private LocalDate voidOn;

  @Column(name = "VOID_BY")
  private UUID voidBy;

  @Column(name = "VOID_REASON")
  private byte[] voidReason;

  private boolean waiting;

  protected Letter() {}

  public Letter(UUID id, Direction direction, LetterNumber number, StaffId writer) {
    this.id = id;
    this.direction = direction;
    this.year = number.year();
    this.turn = number.turn();
    this.writer = writer.value();
  }

  /**
   * @param concerns the case file, or null
   */
  public void passed(LocalDate on, Channel how, CaseFileId concerns) {
    passedOn = on;
    channel = how;
    file = concerns == null ? null : concerns.value();
  }

  /** Sealed words; the note may be null. */
  public void says(byte[] sealedParty, byte[] sealedMatter, byte[] sealedNote) {
    party = sealedParty;
    matter = sealedMatter;
    note = sealedNote;
  }

  /** When an outgoing letter was delivered and what proves it; both null while nobody knows. */
  public void delivered(LocalDate on, byte[] sealedProof) {
    deliveredOn = on;
    proof = sealedProof;
  }

  /**
   * @param staff who deals with it; null when nobody has to
   * @param lastDay null when there is none
   */
  public void handTo(StaffId staff, LocalDate lastDay) {
    doer = staff == null ? null : staff.value();
    due = lastDay;
    settleDown();
  }

  /** Key under which its task was pushed; null when there is none. */
  public void asksUnder(UUID key) {
    ask = key;
  }

  /**
   * @param reply the letter that answers it; null when it was dealt with otherwise
   */
  public void settle(LocalDate on, StaffId by, UUID reply) {
    settledOn = on;
    settledBy = by.value();
    answer = reply;
    settleDown();
  }

  public void reopen() {
    settledOn = null;
    settledBy = null;
    answer = null;
    settleDown();
  }

  public void strikeOut(LocalDate on, StaffId by, byte[] sealedReason) {
    voidOn = on;
    voidBy = by.value();
    voidReason = sealedReason;
    settleDown();
  }

  private void settleDown() {
    waiting = doer != null && settledOn == null && voidOn == null;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public Direction direction() {
    return direction;
  }

  public boolean incoming() {
    return direction == Direction.INCOMING;
  }

  public LetterNumber number() {
    return new LetterNumber(turn, year);
  }

  /** The day it was received or sent. */
  public LocalDate passedOn() {
    return passedOn;
  }

  public Channel channel() {
    return channel;
  }

  public byte[] party() {
    return party;
  }

  public byte[] matter() {
    return matter;
  }

  public byte[] note() {
    return note;
  }

  public LocalDate deliveredOn() {
    return deliveredOn;
  }

  public byte[] proof() {
    return proof;
  }

  /** Null when it concerns no file. */
  public CaseFileId file() {
    return file == null ? null : new CaseFileId(file);
  }

  /**
   * On whose key its words hang: on that of the file, or of who wrote it, so that a page of the
   * book needs as many keys as it has writers and files.
   */
  public Subject owner() {
    return file == null
        ? new Subject(Subject.Kind.DRAWER, writer)
        : new Subject(Subject.Kind.CASE_FILE, file);
  }

  /** What the trail names. */
  public Subject self() {
    return file == null
        ? new Subject(Subject.Kind.DRAWER, id)
        : new Subject(Subject.Kind.CASE_FILE, file);
  }

  public StaffId writer() {
    return new StaffId(writer);
  }

  public StaffId doer() {
    return doer == null ? null : new StaffId(doer);
  }

  public LocalDate due() {
    return due;
  }

  public UUID ask() {
    return ask;
  }

  public LocalDate settledOn() {
    return settledOn;
  }

  public StaffId settledBy() {
    return settledBy == null ? null : new StaffId(settledBy);
  }

  public UUID answer() {
    return answer;
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

  /** Somebody has to deal with it, and it is not done. */
  public boolean waiting() {
    return waiting;
  }
}
