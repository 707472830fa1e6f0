package org.opora.registry.disability.application;

import java.util.ArrayList;
import java.util.List;
import org.opora.api.people.spi.PersonDataOwner.Fact;
import org.opora.api.persistence.Keys;
import org.opora.registry.disability.domain.Disability;
import org.opora.registry.shared.application.Refusals;

/** What is known of a disability, opened, for the person's own extract. */
public final class DisabilityExtract {
  private final DisabilitySeals seals;

  public DisabilityExtract(Keys keys) {
    this.seals = new DisabilitySeals(keys);
  }

  public List<Fact> of(Disability row) {
    NewDisability text = seals.open(row);
    List<Fact> facts = new ArrayList<>();
    if (text.degree() != null) {
      facts.add(
          new Fact(
              Refusals.text("disability.degree"),
              text.degree()
                  + ", "
                  + text.since()
                  + (text.decision() == null ? "" : ", " + text.decision())));
    }
    if (text.other() != null) {
      facts.add(new Fact(Refusals.text("disability.other"), text.other()));
    }
    return facts;
  }
}
