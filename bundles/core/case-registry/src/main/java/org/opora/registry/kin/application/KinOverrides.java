package org.opora.registry.kin.application;

import java.util.Set;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.overrides.Because;
import org.opora.api.overrides.Overrides;
import org.opora.api.overrides.Overrides.NewOverride;
import org.opora.api.overrides.Overrides.Rule;
import org.opora.api.text.Messages;
import org.opora.registry.kin.domain.Doubt;
import org.opora.registry.kin.domain.KinTie;
import org.opora.registry.shared.application.Refusals;

/** Tells the house of relationships that were written down although they look wrong. */
record KinOverrides(Overrides overrides, Messages messages) {

  /**
   * @param before what the row rested on until now; null for nothing
   * @param because null when it rests on no reason any more
   */
  void tell(Viewer viewer, KinTie row, Doubt before, Because because) {
    Doubt now = row.doubt();
    if (before != null && before != now) {
      withdraw(row);
    }
    if (now != null && because != null) {
      overrides.put(
          viewer,
          new NewOverride(
              Refusals.BUNDLE,
              row.id(),
              rule(now),
              Subject.of(row.first()),
              row.file(),
              Set.of(row.first(), row.other()),
              viewer.today(),
              because,
              "/people/" + row.first() + "/kin"));
    }
  }

  void withdraw(KinTie row) {
    overrides.withdraw(Refusals.BUNDLE, row.id());
  }

  private Rule rule(Doubt doubt) {
    return new Rule(
        Refusals.BUNDLE + ".kin." + doubt.code(), messages.title("kin.rule." + doubt.code()));
  }
}
