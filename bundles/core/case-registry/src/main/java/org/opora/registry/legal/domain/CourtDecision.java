package org.opora.registry.legal.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.opora.api.ids.PersonId;
import org.opora.api.ids.StaffId;
import org.opora.api.legal.DecisionKind;

/** What a court decided about a child. Its words are sealed with the child's own key. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "COURT_DECISION")
public class CourtDecision {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID child;

  @Enumerated(EnumType.STRING)
  private DecisionKind kind;

  private byte[] court;
  private byte[] reference;
  private byte[] gist;
  private byte[] scan;

  @Column(name = "TO_OTHER")
  private byte[] toOther;

  @Column(name = "DECIDED_ON")
  private LocalDate decidedOn;

  @Column(name = "FORCE_ON")
  private LocalDate forceOn;

  @Column(name = "AT_ONCE")
  private boolean atOnce;

  @Enumerated(EnumType.STRING)
  private Appeal appeal;

  @Column(name = "APPEAL_ON")
  private LocalDate appealOn;

  @Column(name = "UNTIL_DAY")
  private LocalDate until;

  @Column(name = "WRITTEN_BY", updatable = false)
  private UUID writtenBy;

  @Embedded private Withdrawal withdrawal;

  protected CourtDecision() {}

  public CourtDecision(UUID id, PersonId child, StaffId writtenBy) {
    this.id = id;
    this.child = child.value();
    this.writtenBy = writtenBy.value();
  }

  /**
   * @param sealedGist what it says, or null
   * @param sealedScan where the paper or its scan is, or null
   * @param sealedOther to whom else it entrusts the child, such as an institution; or null
   */
  public void says(
      DecisionKind about,
      byte[] sealedCourt,
      byte[] sealedReference,
      byte[] sealedGist,
      byte[] sealedScan,
      byte[] sealedOther) {
    kind = about;
    court = sealedCourt;
    reference = sealedReference;
    gist = sealedGist;
    scan = sealedScan;
    toOther = sealedOther;
  }

  /**
   * @param force day of legal force; null when there is none yet
   * @param immediately whether it is enforceable from the day it was made
   * @param lastDay null while no end is known
   */
  public void holds(LocalDate decided, LocalDate force, boolean immediately, LocalDate lastDay) {
    decidedOn = decided;
    forceOn = force;
    atOnce = immediately;
    until = lastDay;
  }

  /**
   * @param on day on which the appeal was decided; null while it is not
   */
  public void appealed(Appeal state, LocalDate on) {
    appeal = state;
    appealOn = on;
  }

  public void withdraw(Withdrawal mistake) {
    withdrawal = mistake;
  }

  /** Whether it has effect on that day, as far as that is written down. */
  public Force force(LocalDate day) {
    if (appeal.ends() && !day.isBefore(appealOn)) {
      return Force.SET_ASIDE;
    }
    if (until != null && day.isAfter(until)) {
      return Force.ENDED;
    }
    LocalDate first = effectiveFrom();
    if (first == null) {
      return Force.NOT_KNOWN;
    }
    return day.isBefore(first) ? Force.NOT_YET : Force.IN_FORCE;
  }

  /** First day on which it has effect; null when that is not known. */
  public LocalDate effectiveFrom() {
    return atOnce ? decidedOn : forceOn;
  }

  public boolean counts() {
    return withdrawal == null || withdrawal.on() == null;
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public PersonId child() {
    return new PersonId(child);
  }

  public DecisionKind kind() {
    return kind;
  }

  public byte[] court() {
    return court;
  }

  public byte[] reference() {
    return reference;
  }

  public byte[] gist() {
    return gist;
  }

  public byte[] scan() {
    return scan;
  }

  public byte[] toOther() {
    return toOther;
  }

  public LocalDate decidedOn() {
    return decidedOn;
  }

  public LocalDate forceOn() {
    return forceOn;
  }

  public boolean atOnce() {
    return atOnce;
  }

  public Appeal appeal() {
    return appeal;
  }

  public LocalDate appealOn() {
    return appealOn;
  }

  public LocalDate until() {
    return until;
  }

  public StaffId writtenBy() {
    return new StaffId(writtenBy);
  }

  /** Null while it counts. */
  public Withdrawal withdrawal() {
    return counts() ? null : withdrawal;
  }
}
