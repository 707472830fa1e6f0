package org.opora.registry.files.domain;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where an agreement stands between the first inquiry and the last task after its end, and where it
 * may go from there.
 */
public enum AgreementState {
  INQUIRY,
  OFFERED,
  /** The authority has been asked for its consent. */
  CONSENT_REQUESTED,
  CONSENT_GRANTED,
  CONSENT_REFUSED,
  /** Nobody goes on with it; it was never signed. */
  DROPPED,
  /** Signed, and in force from a later day. */
  SIGNED,
  /** Signed, and ended before its first day. */
  NEVER_BEGUN,
  ACTIVE,
  /** Notice was given; in force until the last day. */
  NOTICE_RECEIVED,
  /** Both parties agreed on the end; in force until the last day. */
  ENDED_BY_AGREEMENT,
  /** It ends by itself; in force until the last day. */
  ENDED_BY_LAW,
  /** No longer in force, with things still to be done. */
  WIND_DOWN,
  CLOSED;

  /**
   * @param consentNeeded whether the law asks for the consent of the authority before the signature
   */
  public Set<AgreementState> next(boolean consentNeeded) {
    Set<AgreementState> next = next();
    if (consentNeeded && this != CONSENT_GRANTED && compareTo(SIGNED) < 0) {
      next.remove(SIGNED);
    }
    return next;
  }

  public boolean leadsTo(AgreementState other, boolean consentNeeded) {
    return next(consentNeeded).contains(other);
  }

  private Set<AgreementState> next() {
    return switch (this) {
      case INQUIRY -> EnumSet.of(OFFERED, CONSENT_REQUESTED, SIGNED, DROPPED);
      case OFFERED -> EnumSet.of(CONSENT_REQUESTED, SIGNED, DROPPED);
      case CONSENT_REQUESTED -> EnumSet.of(CONSENT_GRANTED, CONSENT_REFUSED, SIGNED, DROPPED);
      // The authority consents to the full text: another text is another request.
      case CONSENT_GRANTED -> EnumSet.of(SIGNED, CONSENT_REQUESTED, DROPPED);
      case CONSENT_REFUSED -> EnumSet.of(CONSENT_REQUESTED, DROPPED);
      // The end may be known before the first day.
      case SIGNED -> EnumSet.of(ACTIVE, NEVER_BEGUN, NOTICE_RECEIVED, ENDED_BY_AGREEMENT);
      case NEVER_BEGUN -> EnumSet.of(SIGNED, ACTIVE);
      case ACTIVE -> EnumSet.of(NOTICE_RECEIVED, ENDED_BY_AGREEMENT, ENDED_BY_LAW);
      // The last child may leave while notice runs; and what was recorded by mistake is taken back.
      case NOTICE_RECEIVED -> EnumSet.of(ENDED_BY_AGREEMENT, ENDED_BY_LAW, WIND_DOWN, ACTIVE);
      case ENDED_BY_AGREEMENT -> EnumSet.of(ENDED_BY_LAW, WIND_DOWN, ACTIVE, NOTICE_RECEIVED);
      // It may have overtaken another end, which then holds again, as an agreed one may have.
      case ENDED_BY_LAW -> EnumSet.of(WIND_DOWN, ACTIVE, NOTICE_RECEIVED, ENDED_BY_AGREEMENT);
      case WIND_DOWN -> EnumSet.of(CLOSED, ACTIVE);
      case DROPPED, CLOSED -> EnumSet.noneOf(AgreementState.class);
    };
  }
}
