package org.opora.registry.register;

import java.util.List;
import java.util.Set;
import org.opora.api.access.Permission;
import org.opora.api.module.spi.Module;
import org.opora.duties.application.DutiesService;
import org.opora.duties.application.RuleBook;
import org.opora.duties.application.Sources;
import org.opora.duties.application.TrustMarks;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.registry.CaseRegistryModule;

/** The duties of Czech law over a real register. */
public final class CzechDuties {
  public final RuleBook book = new RuleBook(List.of(new CzechLaw()));
  public final DutiesService service;

  public CzechDuties(Register register) {
    this(register, Set.of());
  }

  /** As if something in the house brought evidence of these kinds, too. */
  public CzechDuties(Register register, Set<String> kinds) {
    service =
        new DutiesService(
            register.access.access(),
            register.access.aliases(),
            register.facts,
            register.evidence,
            book,
            register.care.settings,
            new TrustMarks(Set::of),
            new Sources(List.of(new CaseRegistryModule(), new Bringing(kinds)), null));
  }

  private record Bringing(Set<String> evidence) implements Module {
    @Override
    public String id() {
      return "bringing";
    }

    @Override
    public int order() {
      return 1;
    }

    @Override
    public List<Permission> permissions() {
      return List.of();
    }
  }
}
