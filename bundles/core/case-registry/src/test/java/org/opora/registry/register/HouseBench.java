package org.opora.registry.register;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opora.api.access.Permission;
import org.opora.api.access.Viewer;
import org.opora.api.duties.Trust;
import org.opora.api.duties.spi.LawFigure;
import org.opora.api.duties.spi.MandateLaw;
import org.opora.api.duties.spi.Parameter;
import org.opora.api.duties.spi.Rule;
import org.opora.api.duties.spi.RuleSet;
import org.opora.api.faults.NotAllowed;
import org.opora.api.house.spi.Reading;
import org.opora.api.legal.spi.SigningLaw;
import org.opora.api.legal.spi.SigningRule;
import org.opora.api.module.spi.Module;
import org.opora.api.module.spi.Service;
import org.opora.api.persistence.Transactions;
import org.opora.api.text.Text;
import org.opora.api.web.Centre;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.directory.application.BodiesDesk;
import org.opora.registry.files.application.ArchiveDesk;
import org.opora.registry.files.application.FileStory;
import org.opora.registry.files.application.LawBook;
import org.opora.registry.house.application.CentreDesk;
import org.opora.registry.house.application.KeepingDesk;
import org.opora.registry.house.application.LawDesk;
import org.opora.registry.house.application.LawShelf;
import org.opora.registry.house.application.MandateDesk;
import org.opora.registry.house.application.ReadingsDesk;
import org.opora.registry.house.application.ServicesDesk;
import org.opora.registry.house.application.SettingsBook;
import org.opora.registry.house.application.SettingsDesk;
import org.opora.registry.house.contributions.HouseNumbers;
import org.opora.registry.house.web.HouseRoutes;
import org.opora.registry.shared.application.LawPacks;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.web.PageHouse;
import org.opora.testkit.BundleTexts;

/** The house on a real register, with a law pack, a reading and a module of paper. */
final class HouseBench implements AutoCloseable {
  static final LocalDate TODAY = Register.TODAY;
  final Register register;
  final BodiesDesk bodies;
  final Pack pack = new Pack();
  final MandateDesk mandates;
  final ServicesDesk services;
  final SettingsBook settings;
  final CentreDesk centre;
  final ReadingsDesk readings;
  final SettingsDesk numbers;
  final KeepingDesk keeping;
  final LawDesk law;
  final Name name = new Name();
  final Clock clock = new Clock();
  final Viewer director;
  final Viewer worker;
  final Viewer it;
  private final LawShelf shelf =
      new LawShelf(
          new LawPacks(List.of(pack), List.of(new Signs()), List.of(), List.of(), List.of()));
  private final BundleTexts texts = new BundleTexts(CaseRegistryModule.class, Refusals.TEXTS);

  HouseBench(TestDatabase.Product product) {
    register = new Register(product);
    var access = register.access;
    bodies = new BodiesDesk(register.tx, access.access(), access.audit());
    mandates = mandates(register.tx);
    services =
        new ServicesDesk(register.tx, access.access(), access.audit(), shelf, mandates)
            .with(new CaseRegistryModule(), new Tutoring());
    settings = new SettingsBook(register.tx, access.audit(), register.staff);
    centre = new CentreDesk(register.tx, access.access(), settings, name, texts);
    readings = new ReadingsDesk(access.access(), settings).with(clock);
    numbers =
        new SettingsDesk(
            access.access(), settings, Map.of("org.opora.registry", new HouseNumbers()));
    LawBook book = new LawBook(List.of(new CzechLaw())).with(settings);
    keeping =
        new KeepingDesk(
            access.access(),
            settings,
            book,
            new ArchiveDesk(
                register.tx,
                access.access(),
                access.audit(),
                access.aliases(),
                register.staff,
                Set::of,
                register.change,
                new FileStory(register.timeline, register.search, texts),
                book,
                register.house.keys()));
    law = new LawDesk(register.tx, access.access(), access.audit(), register.staff, shelf, texts);
    director = register.viewer("director");
    worker = register.viewer("key-worker");
    it = register.viewer("it-administrator");
  }

  /** The desk of mandates on other transactions. */
  MandateDesk mandates(Transactions tx) {
    var access = register.access;
    return new MandateDesk(
        tx,
        access.access(),
        access.audit(),
        register.staff,
        register.tasks,
        texts,
        shelf,
        register.evidence);
  }

  HouseRoutes routes() {
    return new HouseRoutes(
        mandates,
        services,
        centre,
        readings,
        keeping,
        numbers,
        law,
        shelf,
        bodies,
        new PageHouse(TODAY));
  }

  @Override
  public void close() {
    register.close();
  }

  static Text text(String key) {
    return Refusals.text(key);
  }

  /** The name as the shell keeps it. */
  static final class Name implements Centre {
    private String said = "Opora Zkušební";

    @Override
    public String name() {
      return said;
    }

    @Override
    public void rename(String other) {
      said = other;
    }
  }

  /** A module with one service. */
  static final class Tutoring implements Module {
    @Override
    public String id() {
      return "tutoring";
    }

    @Override
    public int order() {
      return 900;
    }

    @Override
    public List<Permission> permissions() {
      return List.of();
    }

    @Override
    public List<Service> services() {
      return List.of(new Service("tutoring", text("service.visit")));
    }
  }

  /** A law of two activities, a figure that can be changed, and days of the mandate. */
  static final class Pack implements RuleSet {
    int months = 2;
    String said = "mandate.free.is";
    LocalDate ends;
    boolean known = true;
    boolean narrow;

    @Override
    public String id() {
      return "xx";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public List<Rule> rules() {
      return List.of();
    }

    @Override
    public List<LawFigure> figures() {
      return List.of(
          new LawFigure(
              "xx.visit.period",
              text("service.visit"),
              Refusals.text(said, months),
              new Parameter<>(
                  Period.ofMonths(months),
                  LocalDate.of(2013, 1, 1),
                  ends,
                  "§ 1 zákona",
                  text("law.lead"),
                  Trust.SECONDARY)));
    }

    @Override
    public Optional<MandateLaw> mandate() {
      return Optional.of(
          new MandateLaw(
              narrow
                  ? List.of(activity("insurance.title", "xx.advise"))
                  : List.of(
                      activity("service.visit", "xx.accompany"),
                      activity("insurance.title", "xx.advise")),
              days(),
              days()));
    }

    private static MandateLaw.Activity activity(String title, String code) {
      return new MandateLaw.Activity(text(title), figure(code, LocalDate.of(2013, 1, 1)));
    }

    private List<Parameter<Integer>> days() {
      return known ? List.of(figure(15, LocalDate.of(2013, 1, 1))) : List.of();
    }

    private static <T> Parameter<T> figure(T value, LocalDate from) {
      return new Parameter<>(value, from, null, "§ 1 zákona", text("law.lead"), Trust.SECONDARY);
    }

    @Override
    public boolean workingDay(LocalDate day) {
      return true;
    }
  }

  /** A law about who signs, of one figure. */
  static final class Signs implements SigningLaw {
    @Override
    public String id() {
      return "xx";
    }

    @Override
    public List<Parameter<Integer>> majority() {
      return List.of(Pack.figure(18, LocalDate.of(2014, 1, 1)));
    }

    @Override
    public List<Parameter<Boolean>> interimFirst() {
      return List.of();
    }

    @Override
    public List<SigningRule> rules() {
      return List.of();
    }

    @Override
    public List<LawFigure> figures() {
      return List.of(
          new LawFigure(
              "xx.signing.majority", text("service.visit"), text("law.lead"), majority().get(0)));
    }
  }

  /** A question that remembers on which days it was previewed. */
  static final class Clock implements Reading {
    final List<LocalDate> previewed = new ArrayList<>();
    List<Moved> moves = List.of();
    boolean closed;

    @Override
    public String id() {
      return "child-clock";
    }

    @Override
    public Text title() {
      return text("reading.question");
    }

    @Override
    public Text explanation() {
      return text("reading.lead");
    }

    @Override
    public List<Option> options() {
      return List.of(
          new Option("keeps", text("reading.before")),
          new Option("restarts", text("reading.after")));
    }

    @Override
    public Source source() {
      return new Source("§ 47b odst. 4", Trust.SECONDARY);
    }

    @Override
    public Effect preview(Viewer viewer, String option, LocalDate from, LocalDate day, int most) {
      if (closed) {
        throw new NotAllowed("duties");
      }
      previewed.add(day);
      return new Effect(moves.size(), moves.subList(0, Math.min(most, moves.size())));
    }
  }
}
