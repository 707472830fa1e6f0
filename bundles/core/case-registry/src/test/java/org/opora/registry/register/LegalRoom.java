package org.opora.registry.register;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.opora.api.access.Aliases;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.house.Confirmations;
import org.opora.api.legal.Matter;
import org.opora.api.legal.Role;
import org.opora.api.legal.spi.SigningLaw;
import org.opora.api.legal.spi.SigningRule;
import org.opora.api.legal.spi.SigningRule.Powers;
import org.opora.api.web.spi.RouteSet;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.files.web.CaseTabs;
import org.opora.registry.legal.application.LawBook;
import org.opora.registry.legal.application.LegalDesk;
import org.opora.registry.legal.web.LegalRoutes;
import org.opora.registry.shared.web.PageHouse;
import org.opora.registry.shared.web.Words;

/** The legal position over a real register, with a law of its own. */
public final class LegalRoom {
  public final LegalDesk desk;
  final RouteSet routes;

  /** What somebody who knows the law has confirmed. */
  final Set<Confirmations.Figure> confirmed = new HashSet<>();

  public LegalRoom(Register register) {
    this(register, register.access.aliases());
  }

  /** Over these aliases, so that a test can see how often they are asked. */
  LegalRoom(Register register, Aliases aliases) {
    desk =
        new LegalDesk(
            register.tx,
            register.access.access(),
            register.access.audit(),
            aliases,
            register.people,
            register.staff,
            new LawBook(List.of(new Law())),
            () -> confirmed,
            register.house.keys());
    routes =
        new LegalRoutes(
            new CaseFrame(
                register.files,
                register.staff,
                register.safety,
                new CaseTabs(),
                register.emergency.desk,
                register.openings.book),
            register.files,
            register.people,
            desk,
            new PageHouse(Register.TODAY));
  }

  /**
   * A carer signs what is ordinary; school together, the court alone, nothing is said of travel.
   */
  private record Law() implements SigningLaw {
    @Override
    public String id() {
      return "test";
    }

    @Override
    public List<Parameter<Integer>> majority() {
      return List.of(holds(18));
    }

    @Override
    public List<Parameter<Boolean>> interimFirst() {
      return List.of(holds(true));
    }

    @Override
    public List<SigningRule> rules() {
      return List.of(
          rule(Matter.ORDINARY, false, Role.CARER, Role.GUARDIAN, Role.PARENT),
          rule(Matter.MEDICAL, true, Role.GUARDIAN, Role.PARENT),
          rule(Matter.SCHOOL, true, Role.GUARDIAN, Role.PARENT),
          rule(Matter.COURT, false, Role.COLLISION_GUARDIAN, Role.GUARDIAN, Role.PARENT));
    }

    @Override
    public List<LawFigure> figures() {
      return rules().stream()
          .map(
              rule ->
                  new LawFigure(
                      "test." + rule.matter(),
                      Words.of("legal.title"),
                      Words.of("legal.title"),
                      rule.powers().get(0)))
          .toList();
    }

    private static SigningRule rule(Matter matter, boolean together, Role... order) {
      return new SigningRule(matter, List.of(holds(new Powers(List.of(order), together))));
    }

    private static <T> Parameter<T> holds(T value) {
      return new Parameter<>(
          value, LocalDate.of(2014, 1, 1), null, "§ 1", Words.of("legal.title"), Trust.SECONDARY);
    }
  }
}
