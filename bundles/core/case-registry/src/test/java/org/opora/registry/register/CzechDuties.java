package org.opora.registry.register;

import java.util.List;
import java.util.Set;
import org.opora.duties.application.DutiesService;
import org.opora.duties.application.RuleBook;
import org.opora.duties.application.TrustMarks;
import org.opora.law.czech.contributions.CzechLaw;

/** The duties of Czech law over a real register. */
public final class CzechDuties {
  public final RuleBook book = new RuleBook(List.of(new CzechLaw()));
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
}
