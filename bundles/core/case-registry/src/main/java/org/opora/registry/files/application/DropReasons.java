package org.opora.registry.files.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opora.api.text.Text;
import org.opora.registry.files.domain.AgreementState;
import org.opora.registry.files.domain.DropReason;
import org.opora.registry.intake.application.ContactLaw;
import org.opora.registry.shared.application.Refusals;

/**
 * Why an agreement in preparation came to nothing: a reason for which the law lets a centre refuse
 * an inquiry, from the same list as there, or one of those that are nobody's refusal.
 */
record DropReasons(ContactLaw law) {
  /**
   * @param code kept with the step
   * @param paragraph where the law says so; null for what is none of its reasons
   */
  public record Choosable(String code, Text text, String paragraph) {}

  /**
   * What can be chosen.
   *
   * @param state where the agreement stands before it is dropped
   * @param on day from which nobody goes on with it
   */
  List<Choosable> from(AgreementState state, LocalDate on) {
    List<Choosable> all = new ArrayList<>();
    if (state == AgreementState.CONSENT_REFUSED) {
      all.add(own(DropReason.NOT_CONSENTED));
    }
    all.add(own(DropReason.WITHDRAWN));
    law.grounds(on).stream()
        .map(one -> new Choosable(one.code(), one.text(), one.paragraph()))
        .forEach(all::add);
    return List.copyOf(all);
  }

  private static Choosable own(DropReason reason) {
    return new Choosable(reason.name(), words(reason), null);
  }

  private static Text words(DropReason reason) {
    return Refusals.text("proposal.reason." + reason);
  }

  /** How a recorded code reads; null for none. */
  Text words(String code) {
    return code == null
        ? null
        : Arrays.stream(DropReason.values())
            .filter(reason -> reason.name().equals(code))
            .findFirst()
            .map(DropReasons::words)
            .orElseGet(() -> law.words(code));
  }
}
