package org.opora.reports.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.evidence.About;
import org.opora.api.evidence.NewFact;
import org.opora.api.faults.NotFound;
import org.opora.api.files.CaseFiles;
import org.opora.api.statistics.Counted;
import org.opora.api.statistics.Figure;
import org.opora.api.statistics.Measure;
import org.opora.api.statistics.Period;
import org.opora.api.statistics.Shown;
import org.opora.api.statistics.Table;
import org.opora.api.statistics.spi.Statistic;
import org.opora.api.statistics.spi.YearTables;
import org.opora.api.text.Text;
import org.opora.api.web.Centre;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.registry.register.Register.Family;
import org.opora.registry.shared.web.PageCheck;
import org.opora.reports.annual.application.AnnualBook;
import org.opora.reports.annual.web.AnnualRoutes;
import org.opora.reports.counts.application.NewRequest;
import org.opora.reports.counts.domain.CountRequest;
import org.opora.reports.counts.web.CountRoutes;
import org.opora.reports.shared.Words;
import org.opora.reports.statistics.application.CountingHouse;
import org.opora.reports.statistics.application.StatisticBook;
import org.opora.reports.statistics.web.StatisticRoutes;
import org.opora.testkit.Asked;
import org.opora.testkit.OnEveryDatabase;

/** The pages of the reports, made by the engine of the shell, full and empty, in all languages. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportPagesTest {
  @Parameter Product product;
  private CountingHouse house;
  private Family family;
  private List<Route> routes;

  @BeforeParameterizedClassInvocation
  void open() {
    house = new CountingHouse(product);
    family = house.register.family(house.director, null, "Stránková");
    house.proves(
        NewFact.of("visit", About.person(family.file(), family.child()), LocalDate.of(2026, 5, 5)));
    Centre centre =
        new Centre() {
          @Override
          public String name() {
            return "Opora Zkušební";
          }

          @Override
          public void rename(String name) {
            throw new AssertionError(name);
          }
        };
    AnnualBook annual =
        new AnnualBook(house.register.house.access(), house.book).with(List.of(new Money()));
    routes =
        Stream.of(
                new AnnualRoutes(annual, house.pages, house.papers, centre),
                new StatisticRoutes(house.book, house.pages, house.papers, centre),
                new CountRoutes(house.desk, house.pages, house.papers, centre))
            .flatMap(set -> set.routes().stream())
            .toList();
  }

  /** Of what is open to whoever asks, as the money of a centre is. */
  private record Money() implements YearTables {
    @Override
    public String id() {
      return "money";
    }

    @Override
    public int order() {
      return 90;
    }

    @Override
    public Text title() {
      return Words.of("statistics.title");
    }

    @Override
    public Text explained() {
      return Words.of("statistics.whole");
    }

    @Override
    public String permission() {
      return CaseFiles.READ;
    }

    @Override
    public List<Table> of(Viewer viewer, int year) {
      return List.of(
          new Table(
              "sums",
              Words.of("statistics.figure"),
              List.of(Words.of("statistics.column")),
              List.of(
                  new Table.Row(
                      Words.of("annual.title"),
                      Table.Weight.PLAIN,
                      List.of(new Figure("spent", Measure.MONEY, year * 100L + 50)))),
              -1));
    }

    @Override
    public String href(int year, String figure) {
      return "/money/" + figure + "?year=" + year + "&x=1";
    }
  }

  @AfterParameterizedClassInvocation
  void close() {
    house.close();
  }

  private Reply knock(Route.Method method, String pattern, Asked asked) {
    try {
      return routes.stream()
          .filter(route -> route.method() == method && route.pattern().equals(pattern))
          .findFirst()
          .orElseThrow()
          .handler()
          .handle(asked);
    } catch (RuntimeException fault) {
      throw fault;
    } catch (Exception broken) {
      throw new AssertionError(broken);
    }
  }

  private Asked asked() {
    return Asked.by(house.director, "/statistics");
  }

  private Asked ofYear() {
    return asked().asking("from", "2026-01-01").asking("until", "2026-12-31");
  }

  private String seen(String pattern, Asked asked) {
    return page(knock(Route.Method.GET, pattern, asked), 200);
  }

  private String page(Reply reply, int status) {
    Reply.Page page = assertInstanceOf(Reply.Page.class, reply);
    String czech = null;
    for (String language : List.of("en", "pl", "cs")) {
      czech = house.pages.page(page.template(), page.model(), in(house.director, language));
      PageCheck.sound(page.template(), czech);
    }
    assertEquals(status, page.status(), czech);
    return czech;
  }

  private static Viewer in(Viewer viewer, String language) {
    return new Viewer(
        viewer.staff(),
        viewer.name(),
        viewer.grants(),
        Locale.forLanguageTag(language),
        viewer.zone(),
        viewer.clock(),
        viewer.requestId());
  }

  @Test
  void thePageAsksForEachStatisticByItself() {
    String page = seen("/statistics", asked());
    for (String id : List.of("families", "services", "intake", "staff", "complaints")) {
      assertTrue(
          Jsoup.parse(page)
              .select("[hx-get^=/statistics/of/" + id + "?from=2026-01-01]")
              .hasAttr("hx-trigger"),
          id);
    }
    assertTrue(
        page.contains("/statistics/pdf?from=2026-01-01&amp;until=2026-11-02"),
        "the year so far: nothing is told of days to come");
  }

  @Test
  void whatIsNoPeriodIsNotFound() {
    for (String[] wrong :
        new String[][] {
          {"2026-02-30", "2026-12-31"}, {"2026-12-31", "2026-01-01"}, {"x", "y"}, {"2026-01-01", ""}
        }) {
      Asked asked = asked().asking("from", wrong[0]).asking("until", wrong[1]);
      assertThrows(NotFound.class, () -> knock(Route.Method.GET, "/statistics", asked), wrong[0]);
    }
  }

  @Test
  void everyFigureOfATableIsALinkToItsList() {
    String part = seen("/statistics/of/{statistic}", ofYear().at("statistic", "families"));
    var cells = Jsoup.parse(part).select("td.num a");
    assertTrue(cells.size() > 30, "figures: " + cells.size());
    for (var cell : cells) {
      assertTrue(
          cell.attr("href")
              .matches(
                  "/statistics/of/families/list\\?from=2026-01-01&until=2026-11-02&figure=[\\w.-]+"),
          cell.attr("href"));
    }
    assertTrue(part.contains("<svg"), "kinds of agreements are drawn");
    assertTrue(Jsoup.parse(part).select("svg title").text().contains("Dohody"));
  }

  @Test
  void whatAPictureShowsIsSaidAboveItAndItsLettersShrinkWithNoScreen() {
    String part = seen("/statistics/of/{statistic}", ofYear().at("statistic", "families"));
    var pictures = Jsoup.parse(part).select("figure");
    assertFalse(pictures.isEmpty(), part);
    assertFalse(part.contains("viewBox"), "a picture that is scaled scales its letters");
    for (var picture : pictures) {
      assertEquals("figcaption", picture.child(0).tagName());
      assertTrue(picture.child(0).hasText());
      var drawn = picture.selectFirst("svg");
      assertTrue(drawn.attr("height").matches("[0-9.]+em"), drawn.attr("height"));
      for (var bar : drawn.select("rect")) {
        assertTrue(bar.attr("width").matches("[0-9.]+%"), bar.attr("width"));
        assertTrue(bar.attr("y").matches("[0-9.]+em"), bar.attr("y"));
        assertEquals("text", bar.previousElementSibling().tagName(), "its words come before it");
      }
      assertEquals(2 * drawn.select("rect").size(), drawn.select("text").size());
      var caption = picture.nextElementSibling().selectFirst("caption");
      assertTrue(picture.child(0).text().startsWith(caption.text()), "said once to the eye");
      assertTrue(caption.hasClass("visually-hidden"));
    }
  }

  @Test
  void aTableWithoutAnythingIsNotDrawn() {
    String part =
        seen(
            "/statistics/of/{statistic}",
            asked()
                .asking("from", "2019-01-01")
                .asking("until", "2019-12-31")
                .at("statistic", "families"));
    assertFalse(part.contains("<svg"), part);
  }

  @Test
  void aListNamesItsPeopleAndTheTrailSaysSo() {
    Asked asked = ofYear().at("statistic", "families").asking("figure", "children.some");
    String list = seen("/statistics/of/{statistic}/list", asked);
    assertTrue(list.contains("Stránková Ema") || list.contains("Stránková, Ema"), list);
    assertTrue(list.contains("/people/" + family.child()), list);
    assertTrue(asked.shown().contains(Subject.of(family.child())));
    String empty =
        seen(
            "/statistics/of/{statistic}/list",
            ofYear().at("statistic", "families").asking("figure", "agreements.ended"));
    assertTrue(empty.contains("Seznam je prázdný"), empty);
    assertEquals(
        "statistic=families;figure=children.some;from=2026-01-01;until=2026-11-02",
        asked.recorded(),
        "the trail says of what the list was");
    assertInstanceOf(
        Reply.Redirect.class,
        knock(
            Route.Method.GET,
            "/statistics/of/{statistic}/list",
            ofYear().at("statistic", "families")),
        "without the name of a figure there is nothing to list");
  }

  @Test
  void filesAreTakenAndSayWhomTheyShow() {
    Set<Subject> shown = new HashSet<>();
    String figures =
        file("/statistics/of/{statistic}/export", ofYear().at("statistic", "services"), shown);
    assertTrue(figures.contains("Služby podle činností"), figures);
    assertEquals(Set.of(), shown, "figures name nobody");
    String list =
        file(
            "/statistics/of/{statistic}/list/export",
            ofYear().at("statistic", "families").asking("figure", "children.some"),
            shown);
    assertTrue(list.contains("Stránková"), list);
    assertTrue(shown.contains(Subject.of(family.child())));
  }

  private String file(String pattern, Asked asked, Set<Subject> shown) {
    return new String(
        house.pages.file(
            knock(Route.Method.GET, pattern, asked.asking("format", "csv")), house.director, shown),
        StandardCharsets.UTF_8);
  }

  @Test
  void thePaperHoldsEveryTable() {
    Asked asked = ofYear();
    Reply.Download pdf =
        assertInstanceOf(Reply.Download.class, knock(Route.Method.GET, "/statistics/pdf", asked));
    assertEquals("format=pdf;from=2026-01-01;until=2026-11-02", asked.recorded());
    assertTrue(pdf.fileName().endsWith(".pdf"), pdf.fileName());
    assertEquals(List.of("Opora Zkušební"), house.papers.last().head());
    assertTrue(
        house.papers.rows().contains("Všechny dohody|0|1|0|1|1"), house.papers.rows().toString());
  }

  /** What leaves the house is recorded: of a file always, of a paper where it is of a route. */
  @Test
  void noPaperLeavesWithoutATrail() {
    List<Route> papers = routes.stream().filter(one -> one.pattern().endsWith("/pdf")).toList();
    assertEquals(3, papers.size());
    papers.forEach(one -> assertEquals(Route.Audit.READ, one.audit(), one.pattern()));
  }

  private Asked annual(String year) {
    return asked().asking("year", year);
  }

  @Test
  void theAnnualReportPutsAllChaptersTogether() {
    String home = "/statistics/annual";
    var page = Jsoup.parse(seen(home, annual("2026")));
    assertEquals(
        List.of("families", "services", "intake", "staff", "complaints"),
        page.select("[hx-get^=/statistics/of/]").eachAttr("hx-get").stream()
            .map(
                href -> href.replaceAll(".*/of/([a-z-]+)[?]from=2026-01-01&until=2026-12-31", "$1"))
            .toList());
    assertEquals(
        List.of("/statistics/annual/of/money?year=2026"),
        page.select("[hx-get^=/statistics/annual]").eachAttr("hx-get"));
    assertTrue(
        seen(home, asked()).contains("/statistics/annual/pdf?year=2025"),
        "without a year it is on the last one that is over");
    var part = Jsoup.parse(seen(home + "/of/{chapter}", annual("2026").at("chapter", "money")));
    assertEquals("/money/spent?year=2026&x=1", part.select("td.num a").attr("href"));
    assertInstanceOf(Reply.Download.class, knock(Route.Method.GET, home + "/pdf", annual("2026")));
    assertTrue(
        house.papers.rows().contains("Všechny dohody|0|1|0|1|1"), house.papers.rows().toString());
    assertTrue(
        house.papers.rows().contains("Výroční zpráva: tabulky|2\u00a0026,5"),
        house.papers.rows().toString());
    Set<Subject> shown = new HashSet<>();
    String file = file(home + "/export", annual("2026"), shown);
    assertTrue(file.contains("Všechny dohody") && file.contains("2026,5"), file);
    assertEquals(Set.of(), shown, "figures name nobody");
    for (String wrong : List.of("2027", "20x6", "1700", "")) {
      assertThrows(NotFound.class, () -> knock(Route.Method.GET, home, annual(wrong)), wrong);
    }
    assertThrows(
        NotFound.class,
        () ->
            knock(
                Route.Method.GET, home + "/of/{chapter}", annual("2026").at("chapter", "no-such")));
  }

  @Test
  void aRequestGoesFromItsLetterToItsAnswer() throws Exception {
    String all = "/statistics/counts";
    String one = all + "/{request}";
    assertTrue(seen(all + "/new", asked()).contains("name=\"askedBy\""));
    String wrong = page(knock(Route.Method.POST, all + "/new", asked()), 422);
    assertTrue(wrong.contains("e-askedBy") && wrong.contains("e-asOf"), wrong);
    Reply.Redirect recorded =
        assertInstanceOf(
            Reply.Redirect.class,
            knock(
                Route.Method.POST,
                all + "/new",
                asked()
                    .field("askedBy", "Krajský úřad <b>")
                    .field("deliveredOn", "27. 10. 2026")
                    .field("from", "1. 1. 2026")
                    .field("asOf", "30. 9. 2026")));
    UUID request = UUID.fromString(recorded.path().substring((all + "/").length()));
    String open = seen(one, asked().at("request", request));
    assertTrue(open.contains("4. 11. 2026"), open);
    assertTrue(open.contains("Krajský úřad &lt;b&gt;"), "what was typed stays words");
    assertTrue(seen(one + "/edit", asked().at("request", request)).contains("2026-09-30"));

    long version = house.desk.view(house.director, request).version();
    house.desk.count(house.director, request, version).get(60, TimeUnit.SECONDS);
    String counted = seen(one, asked().at("request", request));
    var links = Jsoup.parse(counted).select("td.num a");
    assertTrue(links.size() > 60, "figures: " + links.size());
    String figure =
        links.stream()
            .filter(link -> link.text().contains("Všechny dohody: Platí poslední den"))
            .findFirst()
            .orElseThrow()
            .attr("href");
    Asked behind =
        asked().at("request", request).at("figure", figure.substring(figure.lastIndexOf('/') + 1));
    assertTrue(seen(one + "/lists/{figure}", behind).contains("Stránková"));
    assertTrue(behind.shown().contains(Subject.of(family.file())));
    Set<Subject> shown = new HashSet<>();
    assertTrue(file(one + "/lists/{figure}/export", behind, shown).contains("Stránková"));
    assertTrue(
        file(one + "/export", asked().at("request", request), new HashSet<>()).contains("Dohody"));
    Asked paper = asked().at("request", request);
    knock(Route.Method.GET, one + "/pdf", paper);
    assertEquals("format=pdf;request=" + request, paper.recorded());
    assertTrue(
        house.papers.rows().contains("Všechny dohody|0|1|0|1|1"), house.papers.rows().toString());

    Reply answered =
        knock(
            Route.Method.POST,
            one + "/answer",
            asked()
                .at("request", request)
                .field("version", Long.toString(house.desk.view(house.director, request).version()))
                .field("answeredOn", "2. 11. 2026"));
    assertInstanceOf(Reply.Redirect.class, answered);
    String done = seen(one, asked().at("request", request));
    assertTrue(done.contains("Zodpovězeno 2. 11. 2026"), done);
    assertFalse(done.contains("/answer"), "once is enough");
    String mistake = seen(one + "/mistake", asked().at("request", request));
    assertTrue(mistake.contains("name=\"why\""), mistake);
    assertInstanceOf(Reply.Redirect.class, takeBack(request, "Odešlo dřív."));
    String again = seen(one, asked().at("request", request));
    assertTrue(again.contains("/answer") && again.contains("Odešlo dřív."), again);
    assertTrue(page(takeBack(request, " "), 422).contains("e-why"));
    assertInstanceOf(Reply.Redirect.class, takeBack(request, "Je tu dvakrát."));
    String gone = seen(one, asked().at("request", request));
    assertTrue(gone.contains("Zapsáno omylem, 2. 11. 2026"), gone);
    assertFalse(gone.contains("/mistake") || gone.contains("/edit"), gone);
    assertTrue(seen(all, asked()).contains("Krajský úřad"));
    assertTrue(file(all + "/export", asked(), new HashSet<>()).contains("Krajský úřad"));
  }

  private Reply takeBack(UUID request, String why) {
    return knock(
        Route.Method.POST,
        "/statistics/counts/{request}/mistake",
        asked()
            .at("request", request)
            .field("version", Long.toString(house.desk.view(house.director, request).version()))
            .field("why", why));
  }

  @Test
  void progressIsShownUntilAllIsKept() throws Exception {
    UUID request =
        house.desk.record(
            house.director,
            new NewRequest(
                "Kraj", null, CountingHouse.TODAY, LocalDate.of(2026, 1, 1), CountingHouse.TODAY));
    CountDownLatch third = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Statistic slow = new Slow(house.rooms.complaints, third, goOn);
    var running =
        house
            .deskWith(new StatisticBook(house.register.house.access()).with(List.of(slow)))
            .count(house.director, request, house.desk.view(house.director, request).version());
    assertTrue(third.await(60, TimeUnit.SECONDS));
    Asked asked = asked().at("request", request);
    Asked again = asked().at("request", request).asking("part", "progress");
    try {
      String busy = seen("/statistics/counts/{request}", asked);
      assertTrue(busy.contains("every 2s"), busy);
      String part = seen("/statistics/counts/{request}", again);
      assertTrue(Jsoup.parse(part).select("progress").attr("value").matches("[1-9]\\d"), part);
      assertThrows(
          NotFound.class, () -> knock(Route.Method.GET, "/statistics/counts/{request}/pdf", asked));
    } finally {
      goOn.countDown();
    }
    running.get(60, TimeUnit.SECONDS);
    house.tx.run(em -> em.find(CountRequest.class, request).failed());
    assertInstanceOf(
        Reply.Redirect.class, knock(Route.Method.GET, "/statistics/counts/{request}", again));
    assertTrue(seen("/statistics/counts/{request}", asked).contains("Počítání se přerušilo"));
  }

  /** Waits before its third figure is kept. */
  private record Slow(Statistic real, CountDownLatch third, CountDownLatch goOn)
      implements Statistic {
    @Override
    public String id() {
      return real.id();
    }

    @Override
    public int order() {
      return real.order();
    }

    @Override
    public Text title() {
      return real.title();
    }

    @Override
    public Text explained() {
      return real.explained();
    }

    @Override
    public String permission() {
      return real.permission();
    }

    @Override
    public List<Table> count(Period period) {
      return real.count(period);
    }

    @Override
    public List<Counted> counted(Period period, String figure, UUID after, int limit) {
      if (real.count(period).get(0).figures().toList().get(2).code().equals(figure)) {
        third.countDown();
        try {
          goOn.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
        }
      }
      return real.counted(period, figure, after, limit);
    }

    @Override
    public List<Shown> shown(Viewer viewer, String figure, Collection<UUID> keys) {
      return real.shown(viewer, figure, keys);
    }
  }

  @Test
  void whereNobodyAskedThePageSaysWhatBelongsHere() throws Exception {
    try (CountingHouse fresh = new CountingHouse(product)) {
      Reply.Page page =
          (Reply.Page)
              new CountRoutes(fresh.desk, fresh.pages, fresh.papers, null)
                  .routes()
                  .get(0)
                  .handler()
                  .handle(Asked.by(fresh.director, "/statistics/counts"));
      String empty = fresh.pages.page(page.template(), page.model(), fresh.director);
      assertTrue(empty.contains("O počty zatím nikdo nežádal."), empty);
    }
  }
}
