package org.opora.registry.files.domain;

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
import org.opora.api.files.CareKind;
import org.opora.api.files.EndingWay;
import org.opora.api.ids.CaseFileId;

/**
 * A foster-care agreement that has been concluded. Before that it is a {@link Proposal} with the
 * same key.
 */
@Entity
@Table(schema = "CASE_REGISTRY", name = "AGREEMENT")
public class Agreement {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID file;

  @Enumerated(EnumType.STRING)
  private CareKind kind;

  private boolean mediated;

  @Column(name = "CONCLUDED_ON")
  private LocalDate concludedOn;

  @Column(name = "ENDED_ON")
  private LocalDate endedOn;

  private String authority;

  @Column(name = "TAKEN_OVER", updatable = false)
  private boolean takenOver;

  @Column(name = "CONSENT_ON")
  private LocalDate consentOn;

  @Column(name = "CONSENT_REFERENCE")
  private String consentReference;

  @Column(name = "SIGNED_ON")
  private LocalDate signedOn;

  @Embedded private Ending ending;

  @Column(name = "CLOSED_ON")
  private LocalDate closedOn;

  protected Agreement() {}

  /** An agreement that was concluded elsewhere or before: nothing is known of its consent. */
  public Agreement(
      UUID id,
      CaseFileId file,
      CareKind kind,
      boolean mediated,
      LocalDate concludedOn,
      String authority) {
    this.id = id;
    this.file = file.value();
    this.kind = kind;
    this.mediated = mediated;
    this.concludedOn = concludedOn;
    this.authority = authority;
    this.takenOver = true;
  }

  /**
   * An agreement that went its way here.
   *
   * @param proposal signed
   * @param inForceFrom not before the signature
   */
  public Agreement(Proposal proposal, LocalDate inForceFrom) {
    this.id = proposal.id().value();
    this.file = proposal.file().value();
    this.kind = proposal.kind();
    this.mediated = proposal.mediated();
    this.concludedOn = inForceFrom;
    this.authority = proposal.authority();
    this.takenOver = false;
    this.consentOn = proposal.consentDecidedOn();
    this.consentReference = proposal.consentReference();
    this.signedOn = proposal.signedOn();
  }

  public void correct(
      CareKind kindOfCare, boolean byAuthority, LocalDate concluded, String carersAuthority) {
    kind = kindOfCare;
    mediated = byAuthority;
    concludedOn = concluded;
    authority = carersAuthority;
  }

  /**
   * What is known of the signature of an agreement that was taken over.
   *
   * @param on null when it is not known
   */
  public void signed(LocalDate on) {
    if (!takenOver) {
      throw new IllegalStateException("It was signed here on " + signedOn);
    }
    signedOn = on;
  }

  /**
   * @param lastDay last day in force; null while it lasts
   */
  public void lasts(LocalDate lastDay) {
    endedOn = lastDay;
  }

  /**
   * It comes to its end.
   *
   * @param lastDay last day in force; a day before the first one when it never begins
   */
  public void ends(Ending how, LocalDate lastDay) {
    ending = how;
    endedOn = lastDay;
  }

  /** The end by law was a mistake: what it overtook holds again. */
  public void endsAsBefore(OvertakenEnd before) {
    ends(before.ending().copy(), before.lastDay());
  }

  /** The record of its end was a mistake, or the notice was taken back. */
  public void endTakenBack() {
    ending = null;
    endedOn = null;
  }

  /** Everything that follows from its end is done. */
  public void close(LocalDate on) {
    closedOn = on;
  }

  /** Where it stands on a day. */
  public AgreementState state(LocalDate day) {
    if (closedOn != null && !day.isBefore(closedOn)) {
      return AgreementState.CLOSED;
    }
    if (neverBegan()) {
      return day.isBefore(endedOn) ? AgreementState.SIGNED : AgreementState.NEVER_BEGUN;
    }
    if (endedOn != null && endedOn.isBefore(day)) {
      return AgreementState.WIND_DOWN;
    }
    if (day.isBefore(concludedOn)) {
      return AgreementState.SIGNED;
    }
    EndingWay way = ending == null ? null : ending.way();
    if (way == null || ending.day().isAfter(day)) {
      return AgreementState.ACTIVE;
    }
    return switch (way) {
      case CARER_NOTICE, CENTRE_NOTICE -> AgreementState.NOTICE_RECEIVED;
      case AGREED -> AgreementState.ENDED_BY_AGREEMENT;
      case BY_LAW -> AgreementState.ENDED_BY_LAW;
    };
  }

  /**
   * Whether nothing but the last day, if any, is known of its end and more may not be asked for.
   */
  public boolean endKnownByDayOnly() {
    return takenOver && ending() == null && closedOn == null;
  }

  /** Whether it ended before its first day, so that it is in force on none. */
  public boolean neverBegan() {
    return endedOn != null && endedOn.isBefore(concludedOn);
  }

  /** Whether both are in force on some day. */
  public boolean overlaps(LocalDate from, LocalDate until) {
    return !neverBegan()
        && (until == null || !concludedOn.isAfter(until))
        && (endedOn == null || !endedOn.isBefore(from));
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

  public CareKind kind() {
    return kind;
  }

  public boolean mediated() {
    return mediated;
  }

  public LocalDate concludedOn() {
    return concludedOn;
  }

  public LocalDate endedOn() {
    return endedOn;
  }

  public String authority() {
    return authority;
  }

  /** Whether it was concluded elsewhere or before the centre kept its records here. */
  public boolean takenOver() {
    return takenOver;
  }

  public LocalDate consentOn() {
    return consentOn;
  }

  public String consentReference() {
    return consentReference;
  }

  /** Null when it was taken over and nothing is known of it. */
  public LocalDate signedOn() {
    return signedOn;
  }

  /** Day of the signature; where it is not known, the first day in force. */
  public LocalDate signedOrBegun() {
    return signedOn == null ? concludedOn : signedOn;
  }

  /** How it ended; null while it lasts, or when nothing but the day is known. */
  public Ending ending() {
    return ending == null || ending.way() == null ? null : ending;
  }

  public LocalDate closedOn() {
    return closedOn;
  }
}
