package org.opora.registry.files.application;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.files.CareKind;
import org.opora.api.ids.AgreementId;
import org.opora.api.text.Text;
import org.opora.registry.files.domain.AgreementState;

/**
 * An agreement in preparation.
 *
 * @param begunOn day of the inquiry
 * @param decisionForceOn legal force of the decision; null when it is not known
 * @param decidedOn when the authority decided; null while it has not
 * @param concludeBy the sentence by when it is to be concluded; null when no time runs
 * @param steps where it may go from here, in the order in which one usually goes
 * @param taken the steps it took, oldest first
 */
public record ProposalView(
    AgreementId id,
    long version,
    CareKind kind,
    boolean mediated,
    String authority,
    AgreementState state,
    LocalDate since,
    LocalDate begunOn,
    LocalDate decisionForceOn,
    LocalDate requestedOn,
    LocalDate decidedOn,
    String reference,
    Text concludeBy,
    List<Step> steps,
    List<StepTaken> taken) {
  /** Whether it may still be corrected. */
  public boolean open() {
    return !steps.isEmpty();
  }

  /** Whether there is a step that may be taken back; the inquiry is corrected instead. */
  public boolean stepBack() {
    return taken.size() > 1 && state != AgreementState.SIGNED;
  }

  /** Where it stood before the last step. */
  public StepTaken before() {
    return taken.get(taken.size() - 2);
  }

  /** What can be done with an agreement in preparation. */
  public enum Step {
    OFFER(AgreementState.OFFERED),
    REQUEST(AgreementState.CONSENT_REQUESTED),
    GRANT(AgreementState.CONSENT_GRANTED),
    REFUSE(AgreementState.CONSENT_REFUSED),
    SIGN(AgreementState.SIGNED),
    DROP(AgreementState.DROPPED);

    private final AgreementState to;

    Step(AgreementState to) {
      this.to = to;
    }

    public AgreementState to() {
      return to;
    }
  }
}
