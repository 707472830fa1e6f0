package org.opora.registry.register;

import java.util.List;
import org.opora.api.duties.spi.FirstContactLaw;
import org.opora.api.duties.spi.RuleSet;
import org.opora.law.czech.contributions.CzechGrant;
import org.opora.registry.grant.application.GrantBook;
import org.opora.registry.intake.application.ContactLaw;
import org.opora.registry.shared.application.LawPacks;

/** Law packs of a register in a test. */
public final class Laws {
  private Laws() {}

  /** Packs with rules alone. */
  public static LawPacks of(List<? extends RuleSet> sets) {
    return new LawPacks(List.copyOf(sets), List.of(), List.of(), List.of(), List.of());
  }

  /** What these say about first contact. */
  public static ContactLaw contact(
      List<? extends FirstContactLaw> laws, List<? extends RuleSet> sets) {
    return new ContactLaw(
        new LawPacks(List.copyOf(sets), List.of(), List.of(), List.copyOf(laws), List.of()));
  }

  /** What the Czech pack says about the contribution of the state; not for tests of modules. */
  static GrantBook grant() {
    return new GrantBook(List.of(new CzechGrant()));
  }
}
