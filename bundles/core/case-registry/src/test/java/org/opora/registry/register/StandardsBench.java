package org.opora.registry.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.persistence.Transactions;
import org.opora.api.standards.spi.StandardsLaw;
import org.opora.api.web.Centre;
import org.opora.api.web.spi.RouteSet;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.files.web.CaseTabs;
import org.opora.registry.house.application.CentreDesk;
import org.opora.registry.house.application.SettingsBook;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.web.PageHouse;
import org.opora.registry.standards.application.CarersDesk;
import org.opora.registry.standards.application.CriteriaDesk;
import org.opora.registry.standards.application.PlanDesk;
import org.opora.registry.standards.application.ReadersDesk;
import org.opora.registry.standards.application.RoundDesk;
import org.opora.registry.standards.application.RuleDesk;
import org.opora.registry.standards.application.StandardsShelf;
import org.opora.registry.standards.web.RuleRoutes;
import org.opora.registry.standards.web.StandardsRoutes;
import org.opora.testkit.BundleTexts;

/** Standards and internal rules on a real register, with a law of three standards. */
final class StandardsBench implements AutoCloseable {
  static final LocalDate TODAY = Register.TODAY;
  final Register register;
  final Office office;
  final Law law = new Law();
  final StandardsShelf shelf = new StandardsShelf(List.of(law));
  final Viewer director;
  final Viewer worker;
  final Viewer it;
  final Desks desks;

  StandardsBench(TestDatabase.Product product) {
    register = new Register(product);
    office = new Office(register);
    director = office.director();
    worker = office.colleague("key-worker");
    it = register.viewer("it-administrator");
    desks = new Desks(register.tx);
  }

  /** The use cases over these transactions. */
  final class Desks {
    final CriteriaDesk criteria;
    final PlanDesk plan;
    final RoundDesk rounds;
    final ReadersDesk readers;
    final RuleDesk rules;
    final CarersDesk carers;

    Desks(Transactions tx) {
      var access = register.access.access();
      var audit = register.access.audit();
      var colleagues = register.access.colleagues();
      var texts = new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS);
      criteria = new CriteriaDesk(tx, access, audit, shelf, texts);
      plan = new PlanDesk(tx, access, audit, colleagues, register.staff, register.tasks, texts);
      rounds = new RoundDesk(tx, access, audit, register.staff, criteria, shelf, plan);
      readers =
          new ReadersDesk(tx, access, audit, colleagues, register.staff, register.tasks, texts);
      rules = new RuleDesk(tx, access, audit, register.staff, readers);
      carers =
          new CarersDesk(
              tx,
              access,
              audit,
              register.access.aliases(),
              register.files,
              register.change,
              register.staff,
              register.timeline,
              texts);
    }
  }

  Desks over(Transactions tx) {
    return new Desks(tx);
  }

  RouteSet standards() {
    return new StandardsRoutes(
        desks.rounds, desks.plan, desks.criteria, shelf, centre(), register.staff, pages());
  }

  RouteSet rules() {
    return new RuleRoutes(
        new CaseFrame(
            register.files,
            register.staff,
            register.safety,
            new CaseTabs(),
            register.emergency.desk,
            register.openings.book),
        desks.rules,
        desks.readers,
        desks.carers,
        centre(),
        pages());
  }

  private static PageHouse pages() {
    return new PageHouse(TODAY);
  }

  private CentreDesk centre() {
    return new CentreDesk(
        register.tx,
        register.access.access(),
        new SettingsBook(register.tx, register.access.audit(), register.staff),
        new Name(),
        new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS));
  }

  @Override
  public void close() {
    register.close();
  }

  /** A centre that is called something. */
  private static final class Name implements Centre {
    @Override
    public String name() {
      return "Opora Zkušební";
    }

    @Override
    public void rename(String other) {
      throw new UnsupportedOperationException();
    }
  }

  /** Three standards, of which the second has two known criteria; more can become known. */
  static final class Law implements StandardsLaw {
    final List<Criterion> known =
        new ArrayList<>(List.of(criterion("a", Trust.VERIFIED), criterion("b", Trust.SECONDARY)));

    /** Whether its pack is there; packs come and go. */
    boolean there = true;

    @Override
    public String id() {
      return "xx";
    }

    @Override
    public List<Parameter<List<Standard>>> standards() {
      if (!there) {
        return List.of();
      }
      return List.of(
          figure(
              List.of(
                  standard("xx.1", "1", List.of()),
                  standard("xx.2", "2", List.copyOf(known)),
                  standard("xx.10", "10", List.of()))));
    }

    @Override
    public List<Parameter<Integer>> criteria() {
      return List.of(figure(7));
    }

    @Override
    public List<Parameter<Integer>> bestMark() {
      return List.of(figure(3));
    }

    static Criterion criterion(String letter, Trust trust) {
      return new Criterion(letter, Refusals.text("mark.evidence"), "§ 2" + letter, trust);
    }

    private static Standard standard(String code, String number, List<Criterion> known) {
      return new Standard(
          code,
          number,
          Refusals.text("rules.menu"),
          Refusals.text("mark.words"),
          known,
          "§ " + number,
          Trust.SECONDARY);
    }

    private static <T> Parameter<T> figure(T value) {
      return new Parameter<>(
          value,
          LocalDate.of(2013, 1, 1),
          null,
          "§ 1",
          Refusals.text("criterion.lead"),
          Trust.SECONDARY);
    }
  }
}
