package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Access;
import org.opora.api.access.AuditTrail;
import org.opora.api.access.Decision;
import org.opora.api.access.Reach;
import org.opora.api.access.Scope;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.ids.StaffId;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.files.application.CaseFilesDesk;
import org.opora.registry.files.application.OverviewDesk;
import org.opora.registry.files.web.CaseFrame;
import org.opora.registry.files.web.CaseTabs;
import org.opora.registry.files.web.FileRoutes;
import org.opora.registry.people.application.PeopleRegister;
import org.opora.registry.people.web.PeopleRoutes;
import org.opora.registry.people.web.PersonTiles;
import org.opora.registry.register.Register.Family;
import org.opora.registry.safety.application.SafetyDesk;
import org.opora.registry.shared.web.PageHouse;
import org.opora.registry.story.application.SearchBook;
import org.opora.registry.story.application.TimelineBook;
import org.opora.testkit.Asked;
import org.opora.testkit.OnEveryDatabase;

/**
 * What deciding and recording cost: a file is opened, and somebody searched for, up to the whole
 * page as its reader gets it, by the product and by the same without access and trail. Only in the
 * campaign, because it measures time.
 */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(named = "opora.campaign", matches = "true")
class CostOfAccessTest {
  private static final double MOST = 1.5;

  /** As many as a key worker leads, among those of seven colleagues. */
  private static final int OWN = 25;

  private static final int FAMILIES = 8 * OWN;
  private static final int ROUNDS = 5;
  private static final int ASKED = 400;

  @Parameter TestDatabase.Product product;
  private final PageHouse pages = new PageHouse(Register.TODAY);
  private final List<Family> families = new ArrayList<>();
  private Register register;
  private Viewer worker;
  private Doors guarded;
  private List<Route> open;

  @BeforeParameterizedClassInvocation
  void open() {
    register = new Register(product);
    families.clear();
    Office office = new Office(register);
    worker = office.colleague("key-worker");
    Viewer other = null;
    for (int i = 0; i < FAMILIES; i++) {
      other = i % OWN == 0 ? office.colleague("key-worker") : other;
      Family family = register.family(office.director(), i < OWN ? worker : other, name(i));
      if (i < OWN) {
        families.add(family);
      }
    }
    if (product == TestDatabase.Product.POSTGRESQL) {
      counted();
    }
    guarded = new Doors(register);
    open = withoutAccess();
  }

  /** As the server does by itself within a minute; until then it takes each table for empty. */
  private void counted() {
    register.tx.run(em -> em.createNativeQuery("ANALYZE").executeUpdate());
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  @Test
  void openingAFileCostsAtMostHalfAsMuchAgain() {
    holds(
        "open a file",
        Route.Method.GET,
        "/files/{file}",
        i -> {
          Family family = families.get(i % OWN);
          return Asked.by(worker, "/files/" + family.file()).at("file", family.file());
        });
  }

  @Test
  void searchingCostsAtMostHalfAsMuchAgain() {
    holds(
        "search",
        Route.Method.POST,
        "/search",
        i -> Asked.by(worker, "/search").field("text", name(i % OWN)).forPart());
  }

  private void holds(String what, Route.Method method, String pattern, IntFunction<Asked> asked) {
    Route with = route(guarded.routes(), method, pattern);
    Route without = route(open, method, pattern);
    String shown = page(with, asked.apply(0));
    assertTrue(shown.contains(name(0)), shown);
    assertEquals(page(without, asked.apply(0)), shown, "the same page either way");
    p95(i -> told(with, asked.apply(i)));
    p95(i -> page(without, asked.apply(i)));
    List<Double> ratios = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      double bare = p95(i -> page(without, asked.apply(i)));
      double whole = p95(i -> told(with, asked.apply(i)));
      ratios.add(whole / bare);
      said.add("%.2f / %.2f ms".formatted(whole, bare));
    }
    double middle = ratios.stream().sorted().toList().get(ROUNDS / 2);
    String figures = "%s, %s: %.2f times (%s)".formatted(product.name(), what, middle, said);
    System.getLogger(getClass().getName()).log(System.Logger.Level.INFO, figures);
    assertTrue(middle <= MOST, figures);
  }

  /** As the gate does it: what a page shows is on disk before anybody sees it. */
  private String told(Route route, Asked asked) {
    String page = page(route, asked);
    register
        .access
        .audit()
        .read(worker, route.method() + " " + route.pattern(), List.copyOf(asked.shown()));
    return page;
  }

  private String page(Route route, Asked asked) {
    try {
      Reply.Page page = assertInstanceOf(Reply.Page.class, route.handler().handle(asked));
      return pages.page(page.template(), page.model(), worker);
    } catch (RuntimeException fault) {
      throw fault;
    } catch (Exception broken) {
      throw new AssertionError(broken);
    }
  }

  private static Route route(List<Route> routes, Route.Method method, String pattern) {
    return routes.stream()
        .filter(one -> one.method() == method && one.pattern().equals(pattern))
        .findFirst()
        .orElseThrow();
  }

  private static double p95(IntFunction<String> work) {
    long[] took =
        IntStream.range(0, ASKED)
            .mapToLong(
                i -> {
                  long begin = System.nanoTime();
                  work.apply(i);
                  return System.nanoTime() - begin;
                })
            .sorted()
            .toArray();
    return took[ASKED * 95 / 100] / 1e6;
  }

  /** Names that share no beginning. */
  private static String name(int number) {
    return Stream.of(number / 26, number % 26)
        .map(letter -> (char) ('a' + letter))
        .map(String::valueOf)
        .reduce("", String::concat)
        .concat("nová");
  }

  /** The same pages over the same register, for everybody and without a trace. */
  private List<Route> withoutAccess() {
    Access all = new AllowAll();
    AuditTrail none = trailOfNothing();
    CaseFilesDesk files =
        new CaseFilesDesk(
            register.tx,
            all,
            register.access.aliases(),
            register.change,
            null,
            null,
            register.law,
            register.choices);
    TimelineBook timeline = new TimelineBook(register.tx, all, register.staff);
    SafetyDesk safety =
        new SafetyDesk(
            register.tx,
            all,
            none,
            register.access.aliases(),
            register.staff,
            register.house.keys(),
            register.apart,
            pages);
    PeopleRegister people =
        new PeopleRegister(
            register.tx,
            all,
            none,
            register.access.relations(),
            register.access.aliases(),
            register.house.keys());
    FileRoutes ofFiles =
        new FileRoutes(
            new CaseFrame(
                files,
                register.staff,
                safety,
                new CaseTabs(),
                register.emergency.desk,
                register.openings.book),
            files,
            files,
            new OverviewDesk(register.tx, all, files, register.care.visits, timeline),
            register.agreements,
            register.placements,
            timeline,
            register.staff,
            register.known,
            null,
            register.proposals,
            register.endings,
            register.amendments,
            register.choices,
            pages);
    PeopleRoutes ofPeople =
        new PeopleRoutes(
            people,
            register.known,
            register.pairs,
            new SearchBook(register.tx, all),
            pages,
            safety,
            new PersonTiles(),
            register.record);
    return Stream.of(ofFiles, ofPeople).flatMap(set -> set.routes().stream()).toList();
  }

  private static AuditTrail trailOfNothing() {
    return (AuditTrail)
        Proxy.newProxyInstance(
            CostOfAccessTest.class.getClassLoader(),
            new Class<?>[] {AuditTrail.class},
            (proxy, method, arguments) -> null);
  }

  /** Lets everybody see everything, and asks nobody. */
  private static final class AllowAll implements Access {
    @Override
    public Decision decide(Viewer viewer, String permission) {
      return Decision.allowed("all");
    }

    @Override
    public Decision decide(Viewer viewer, String permission, Subject subject) {
      return Decision.allowed("all");
    }

    @Override
    public void require(Viewer viewer, String permission) {
      // Everybody may.
    }

    @Override
    public void require(Viewer viewer, String permission, Subject subject) {
      // Everybody may.
    }

    @Override
    public Scope scope(Viewer viewer, String permission) {
      return new Scope(Reach.ALL, viewer.staff(), viewer.today());
    }

    @Override
    public Set<UUID> lent(Viewer viewer, Collection<UUID> subjects) {
      return Set.of();
    }

    @Override
    public long taken(StaffId staff) {
      return 0;
    }
  }
}
