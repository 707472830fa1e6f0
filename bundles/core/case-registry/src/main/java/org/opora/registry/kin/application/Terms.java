package org.opora.registry.kin.application;

import org.opora.api.overrides.Because;
import org.opora.registry.kin.domain.Days;
import org.opora.registry.kin.domain.TieKind;
import org.opora.registry.shared.application.Refusals;

/**
 * What can be corrected about a relationship.
 *
 * @param days without a last day where {@link TieKind#lasting()}
 * @param words how the two are close, at most 200 characters; required for {@link TieKind#CLOSE},
 *     null for nothing elsewhere
 * @param note at most 2000 characters; null for none
 * @param despite why it is right although it looks wrong; null for nothing
 */
public record Terms(Days days, String words, String note, Because despite) {
  private static final int LINE = 200;
  private static final int NOTE = 2_000;

  Terms checked(TieKind kind) {
    if (kind.lasting() && days.until() != null) {
      throw Refusals.refused("until", "kin.refused.lasting");
    }
    if (days.from() != null) {
      Refusals.inOrder("until", days.from(), days.until());
    }
    return new Terms(
        days,
        kind == TieKind.CLOSE
            ? Refusals.line("words", words, LINE)
            : Refusals.optional("words", words, LINE),
        Refusals.optional("note", note, NOTE),
        despite == null ? null : despite.complete());
  }

  Terms because(Because reason) {
    return new Terms(days, words, note, reason);
  }
}
