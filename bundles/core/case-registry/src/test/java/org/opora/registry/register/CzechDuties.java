package org.opora.registry.register;

import java.util.List;
import java.util.Set;
import org.opora.access.AccessHouse;
import org.opora.api.access.Permission;
import org.opora.api.duties.spi.HouseWalls;
import org.opora.api.evidence.Evidence;
import org.opora.api.files.CareFacts;
import org.opora.api.house.Readings;
import org.opora.api.module.Modules;
import org.opora.api.module.spi.Module;
import org.opora.api.persistence.Changes;
import org.opora.duties.application.DutiesService;
import org.opora.duties.application.GoneModules;
import org.opora.duties.application.HouseLines;
import org.opora.duties.application.KeptLines;
import org.opora.duties.application.RuleBook;
import org.opora.duties.application.Sources;
import org.opora.duties.application.TrustMarks;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.registry.CaseRegistryModule;

/** The duties of Czech law over a real register. */
public final class CzechDuties {
  public final RuleBook book;
  public final DutiesService service;
  private final Evidence evidence;
  private final Sources sources;
  private final HouseLines house = new HouseLines(List.of());

  public CzechDuties(Register register) {
    this(register, Set.of());
  }

  /** As if something in the house brought evidence of these kinds, too. */
  public CzechDuties(Register register, Set<String> kinds) {
    this(register.access, register.facts, register.evidence, register.care.settings, kinds);
  }

  /** Over a register that somebody else has put together. */
  public CzechDuties(
      AccessHouse access,
      CareFacts facts,
      Evidence evidence,
      Readings readings,
      Set<String> kinds) {
    this(access, facts, evidence, readings, kinds, new RuleBook(List.of(new CzechLaw())), null);
  }

  /**
   * By these rules.
   *
   * @param modules null where nobody knows of any that are gone
   */
  CzechDuties(
      AccessHouse access,
      CareFacts facts,
      Evidence evidence,
      Readings readings,
      Set<String> kinds,
      RuleBook book,
      Modules modules) {
    sources = new Sources(List.of(new CaseRegistryModule(), new Bringing(kinds)), modules);
    this.evidence = evidence;
    this.book = book;
    service =
        new DutiesService(
            access.access(),
            access.aliases(),
            facts,
            evidence,
            book,
            readings,
            new TrustMarks(Set::of),
            sources,
            house);
  }

  /** With whoever knows which duties of the house a wall closes. */
  CzechDuties behind(HouseWalls walls) {
    house.behind(walls);
    return this;
  }

  /** Which modules are gone. */
  public GoneModules gone() {
    return new GoneModules(sources, evidence);
  }

  /** What is kept of the duties of the whole centre. */
  public KeptLines kept(Changes changes) {
    return new KeptLines(service, changes, evidence, book, sources, house);
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
