package org.opora.registry.files.application;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.files.Agreements;
import org.opora.api.files.EndingWay;
import org.opora.api.text.Text;
import org.opora.registry.files.domain.AgreementState;

/**
 * A concluded agreement with its way.
 *
 * @param takenOver whether it was concluded elsewhere or before the centre kept its records here
 * @param consentOn when the authority consented; null when it was taken over or none was needed
 * @param signedOn null when it was taken over and nothing is known of it
 * @param optedIn first day from which on the parties of an agreement that keeps the rules of before
 *     chose the present ones; null when they did not
 * @param end how it ends; null while it lasts, or when nothing but the day is known
 * @param overtaken notice or an agreed end that was running when it ended by law; null when none
 *     was
 * @param steps its way to the signature, oldest first; empty when it was taken over
 * @param onlySigned whether nothing has followed from the signature, so that it may be taken back
 * @param endTyped whether there is a last day that may be typed, since it ended before the centre
 *     kept its records here, or the law does not say the day
 */
public record AgreementLife(
    Agreements.Agreement agreement,
    AgreementState state,
    boolean takenOver,
    LocalDate consentOn,
    String consentReference,
    LocalDate signedOn,
    LocalDate optedIn,
    End end,
    End overtaken,
    LocalDate closedOn,
    List<StepTaken> steps,
    boolean onlySigned,
    boolean endTyped) {

  /**
   * @param on day of delivery, of the arrangement, or on which it happened
   * @param ground in words; null when there is none
   * @param reason why not the day that the law gives; null when it is that day
   */
  public record End(EndingWay way, LocalDate on, Text ground, String reason, Outlook outlook) {}

  /** Day of the signature; where it is not known, the first day in force. */
  public LocalDate concludedOn() {
    return signedOn == null ? agreement.concludedOn() : signedOn;
  }

  /** Whether it is in force that day; what never began is on none. */
  public boolean inForce(LocalDate day) {
    return !day.isBefore(agreement.concludedOn())
        && (agreement.endedOn() == null || !day.isAfter(agreement.endedOn()));
  }

  /** Whether the record of the end may be taken back. */
  public boolean endKnown() {
    return agreement.endedOn() != null && closedOn == null;
  }

  /** Whether a notice may be withdrawn. */
  public boolean noticeGiven() {
    return endKnown() && end != null && end.way().notice();
  }

  /** Whether an earlier end may be written down over the one that is running. */
  public boolean mayEndEarlier() {
    return mayEndEarlier(EndingWay.BY_LAW);
  }

  /** The same of an end of this way. */
  public boolean mayEndEarlier(EndingWay way) {
    return end != null
        && way.overtakes(end.way())
        && closedOn == null
        && state != AgreementState.NEVER_BEGUN;
  }

  /** Whether a change may be written down, also one of a day before the end. */
  public boolean mayChange() {
    return closedOn == null
        && state != AgreementState.SIGNED
        && state != AgreementState.NEVER_BEGUN;
  }

  /** Whether its end may be written down. */
  public boolean lasts() {
    return agreement.endedOn() == null
        && (state == AgreementState.ACTIVE || state == AgreementState.SIGNED);
  }
}
