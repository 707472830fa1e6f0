package org.opora.registry.register;

import java.util.List;
import java.util.Set;
import org.opora.api.duties.spi.IntervalRule;
import org.opora.duties.application.DutiesService;
import org.opora.duties.application.RuleBook;
import org.opora.duties.application.TrustMarks;
import org.opora.law.czech.contributions.CzechLaw;

/** The duties of Czech law over a real register. */
public final class CzechDuties {
  public final RuleBook book = new Book(new CzechLaw());
  public final DutiesService service;

  public CzechDuties(Register register) {
    service =
        new DutiesService(
            register.access.access(),
            register.facts,
            register.evidence,
            book,
            register.care.settings,
            new TrustMarks(Set::of));
  }

  /** The rules of the pack, as the container gathers them. */
  private static final class Book extends RuleBook {
    private final CzechLaw law;

    Book(CzechLaw law) {
      this.law = law;
    }

    @Override
    public List<Entry> rules() {
      return law.rules().stream()
          .filter(IntervalRule.class::isInstance)
          .map(rule -> new Entry(law, (IntervalRule) rule))
          .toList();
    }
  }
}
