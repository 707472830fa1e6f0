package org.opora.registry.files.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.opora.api.files.CareKind;
import org.opora.api.ids.AgreementId;
import org.opora.api.ids.CaseFileId;

/** An agreement from the first inquiry until it is signed. */
@Entity
@Table(schema = "CASE_REGISTRY", name = "AGREEMENT_PROPOSAL")
public class Proposal {
  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private UUID file;

  @Enumerated(EnumType.STRING)
  private CareKind kind;

  private boolean mediated;
  private String authority;

  @Enumerated(EnumType.STRING)
  private AgreementState state;

  @Column(name = "STATE_SINCE")
  private LocalDate stateSince;

  @Column(name = "BEGUN_ON")
  private LocalDate begunOn;

  @Column(name = "DECISION_FORCE_ON")
  private LocalDate decisionForceOn;

  @Column(name = "CONSENT_REQUESTED_ON")
  private LocalDate consentRequestedOn;

  @Column(name = "CONSENT_DECIDED_ON")
  private LocalDate consentDecidedOn;

  @Column(name = "CONSENT_REFERENCE")
  private String consentReference;

  @Column(name = "SIGNED_ON")
  private LocalDate signedOn;

  private UUID inquiry;

  protected Proposal() {}

  /**
   * @param begunOn day of the inquiry
   * @param decisionForceOn legal force of the decision from which the time to conclude runs; null
   *     when there is none or it is not known
   */
  public Proposal(
      AgreementId id,
      CaseFileId file,
      CareKind kind,
      boolean mediated,
      String authority,
      LocalDate begunOn,
      LocalDate decisionForceOn) {
    this.id = id.value();
    this.file = file.value();
    this.kind = kind;
    this.mediated = mediated;
    this.authority = authority;
    this.begunOn = begunOn;
    this.decisionForceOn = decisionForceOn;
    this.state = AgreementState.INQUIRY;
    this.stateSince = begunOn;
  }

  /**
   * The inquiry from which it came, and which is counted already.
   *
   * @param accepted null when there is none
   */
  public void follows(UUID accepted) {
    inquiry = accepted;
  }

  public void offer(LocalDate on) {
    to(AgreementState.OFFERED, on, false);
  }

  /** The consent given to a former text, if any, is not that to this one. */
  public void request(LocalDate on) {
    to(AgreementState.CONSENT_REQUESTED, on, false);
    consentRequestedOn = on;
    consentDecidedOn = null;
    consentReference = null;
  }

  public void decided(boolean granted, LocalDate on, String reference) {
    to(granted ? AgreementState.CONSENT_GRANTED : AgreementState.CONSENT_REFUSED, on, false);
    consentDecidedOn = on;
    consentReference = reference;
  }

  public void drop(LocalDate on) {
    to(AgreementState.DROPPED, on, false);
  }

  /**
   * @param consentNeeded whether the law asks for the consent of the authority
   */
  public void sign(LocalDate on, boolean consentNeeded) {
    to(AgreementState.SIGNED, on, consentNeeded);
    signedOn = on;
  }

  /**
   * The last step was a mistake.
   *
   * @param left the steps before it, oldest first; at least the inquiry
   */
  public void takenBack(List<ProposalStep> left) {
    signedOn = null;
    consentRequestedOn = null;
    consentDecidedOn = null;
    consentReference = null;
    for (ProposalStep step : left) {
      state = step.state();
      stateSince = step.on();
      switch (step.state()) {
        case CONSENT_REQUESTED -> {
          consentRequestedOn = step.on();
          consentDecidedOn = null;
          consentReference = null;
        }
        case CONSENT_GRANTED, CONSENT_REFUSED -> {
          consentDecidedOn = step.on();
          consentReference = step.reference();
        }
        default -> {
          // Neither asks for consent nor answers.
        }
      }
    }
  }

  /**
   * What was written down wrongly.
   *
   * @param begun not after the second step
   */
  public void correct(
      CareKind kindOfCare,
      boolean byAuthority,
      String carersAuthority,
      LocalDate begun,
      LocalDate force) {
    kind = kindOfCare;
    mediated = byAuthority;
    authority = carersAuthority;
    if (state == AgreementState.INQUIRY) {
      stateSince = begun;
    }
    begunOn = begun;
    decisionForceOn = force;
  }

  private void to(AgreementState next, LocalDate on, boolean consentNeeded) {
    if (!state.leadsTo(next, consentNeeded)) {
      throw new IllegalStateException("From " + state + " no way leads to " + next);
    }
    if (on.isBefore(stateSince)) {
      throw new IllegalStateException("It is " + state + " only since " + stateSince);
    }
    state = next;
    stateSince = on;
  }

  public AgreementId id() {
    return new AgreementId(id);
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

  public String authority() {
    return authority;
  }

  public AgreementState state() {
    return state;
  }

  /** Whether it is signed, or nobody goes on with it. */
  public boolean settled() {
    return state == AgreementState.SIGNED || state == AgreementState.DROPPED;
  }

  public LocalDate stateSince() {
    return stateSince;
  }

  public LocalDate begunOn() {
    return begunOn;
  }

  public LocalDate decisionForceOn() {
    return decisionForceOn;
  }

  public LocalDate consentRequestedOn() {
    return consentRequestedOn;
  }

  /** When the authority decided; null while it has not. */
  public LocalDate consentDecidedOn() {
    return consentDecidedOn;
  }

  public String consentReference() {
    return consentReference;
  }

  public LocalDate signedOn() {
    return signedOn;
  }

  /** Null when it came from none: then it is an inquiry itself, and counted as one. */
  public UUID inquiry() {
    return inquiry;
  }
}
