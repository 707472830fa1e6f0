package org.opora.documents.pdf.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opora.api.access.Viewer;
import org.opora.api.documents.Printing.Paper;
import org.opora.api.grant.Grant.NewExpense;
import org.opora.api.grant.PaymentRoute;
import org.opora.api.ids.Ids;
import org.opora.api.web.Centre;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.RouteSet;
import org.opora.law.czech.contributions.CzechFirstContact;
import org.opora.law.czech.contributions.CzechLaw;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.CaseRegistryModule;
import org.opora.registry.grant.application.YearBands;
import org.opora.registry.grant.web.SpendingPages;
import org.opora.registry.intake.web.ReturnLists;
import org.opora.registry.register.GrantRoom;
import org.opora.registry.register.IntakeRooms;
import org.opora.registry.register.Laws;
import org.opora.registry.register.Register;
import org.opora.registry.register.Register.Family;
import org.opora.registry.shared.application.Refusals;
import org.opora.registry.shared.web.PageHouse;
import org.opora.testkit.Asked;

/**
 * The overview of the contribution and the yearly return as the register prints them, on one
 * database: what is printed was read from it before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterPapersTest {
  private static final String ACCENTS = Press.CZECH + " – " + Press.POLISH;
  private final PageHouse pages =
      PageHouse.of(Register.TODAY, Refusals.BUNDLE, CaseRegistryModule.class, Refusals.TEXTS);

  private Press press;
  private Register register;
  private GrantRoom grants;
  private IntakeRooms intake;
  private Viewer director;

  @BeforeAll
  void open() throws Exception {
    press = new Press();
    register = new Register(Product.DERBY);
    director = register.viewer("director");
    Viewer worker = register.viewer("key-worker");
    grants = new GrantRoom(register);
    CzechLaw law = new CzechLaw();
    intake =
        new IntakeRooms(
            register, Laws.contact(List.of(new CzechFirstContact()), List.of(law)), List.of(law));
    Family family = register.family(director, worker, "Žluťoučká");
    var expense =
        grants.desk.propose(
            worker,
            new NewExpense(
                Refusals.BUNDLE,
                Ids.next(),
                family.file(),
                null,
                LocalDate.of(2026, 6, 1),
                "cz.47a.b",
                "Výdaj",
                1_234_500,
                PaymentRoute.INVOICE,
                null,
                null,
                null,
                null));
    grants.decisions.approve(
        director, expense, grants.ledger.view(director, expense).version(), ACCENTS);
    for (YearBands.Line band : grants.bands.of(director, 2026).bands()) {
      grants.bands.justify(director, 2026, band.code(), 0, ACCENTS);
    }
  }

  @AfterAll
  void close() throws Exception {
    register.close();
    press.close();
  }

  private static final class Named implements Centre {
    @Override
    public String name() {
      return ACCENTS;
    }

    @Override
    public void rename(String name) {
      throw new AssertionError(name);
    }
  }

  private Viewer reading(String language) {
    return new Viewer(
        director.staff(),
        director.name(),
        director.grants(),
        Locale.forLanguageTag(language),
        director.zone(),
        director.clock(),
        director.requestId());
  }

  /** As its reader takes it home. */
  private Paper printed(RouteSet routes, String path, Asked asked) throws Exception {
    Reply.Download file =
        assertInstanceOf(
            Reply.Download.class,
            routes.routes().stream()
                .filter(route -> route.pattern().equals(path))
                .findFirst()
                .orElseThrow()
                .handler()
                .handle(asked));
    assertEquals("application/pdf", file.contentType());
    Paper paper = press.proof(file.content());
    assertEquals(asked.viewer().locale(), paper.language());
    assertEquals(List.of(ACCENTS), paper.head());
    return paper;
  }

  @ParameterizedTest
  @ValueSource(strings = {"cs", "pl", "en"})
  void theOverviewOfTheContribution(String language) throws Exception {
    RouteSet overview = new SpendingPages(grants.spending, grants.law, press, new Named(), pages);
    String path = "/grant/overview/pdf";
    printed(overview, path, Asked.by(reading(language), path).asking("year", "2026"));
    long reasons = press.said().stream().filter(ACCENTS::equals).count();
    assertEquals(1 + grants.bands.of(director, 2026).bands().size(), reasons, "the reasons");
    assertTrue(
        press.said().stream()
            .map(said -> said.replaceAll("[^0-9]", ""))
            .anyMatch("1234500"::equals),
        press.said().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"cs", "pl", "en"})
  void theYearlyReturn(String language) throws Exception {
    RouteSet lists = new ReturnLists(intake.returns, press, new Named(), pages);
    String path = "/inquiries/return/pdf";
    Paper paper = printed(lists, path, Asked.by(reading(language), path));
    assertTrue(paper.title().contains("2026"), paper.title());
    assertTrue(press.said().size() > 40, "figures: " + press.said());
  }
}
