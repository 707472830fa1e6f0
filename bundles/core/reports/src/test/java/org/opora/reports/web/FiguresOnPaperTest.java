package org.opora.reports.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opora.api.access.Viewer;
import org.opora.api.documents.Printing.Grid;
import org.opora.api.documents.Printing.Paper;
import org.opora.api.web.Centre;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;
import org.opora.documents.pdf.application.Press;
import org.opora.persistence.test.TestDatabase.Product;
import org.opora.reports.counts.application.NewRequest;
import org.opora.reports.counts.web.CountRoutes;
import org.opora.reports.statistics.application.CountingHouse;
import org.opora.reports.statistics.web.StatisticRoutes;
import org.opora.testkit.Asked;

/**
 * The answer to the region and the statistics of a year as files, on one database: what is printed
 * was counted before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FiguresOnPaperTest {
  private static final String ACCENTS = Press.CZECH + " – " + Press.POLISH;
  private static final String PDF = "/statistics/counts/{request}/pdf";
  private static final String YEAR = "/statistics/pdf";
  private Press press;
  private CountingHouse house;
  private List<Route> routes;
  private UUID request;

  @BeforeAll
  void open() throws Exception {
    press = new Press();
    house = new CountingHouse(Product.DERBY);
    house.register.family(house.director, null, "Žluťoučká");
    Centre centre = new Named();
    routes =
        Stream.of(
                new CountRoutes(house.desk, house.pages, press, centre),
                new StatisticRoutes(house.book, house.pages, press, centre))
            .flatMap(set -> set.routes().stream())
            .toList();
    request =
        house.desk.record(
            house.director,
            new NewRequest(
                ACCENTS,
                ACCENTS,
                LocalDate.of(2026, 10, 27),
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 9, 30)));
    long version = house.desk.view(house.director, request).version();
    house.desk.count(house.director, request, version).get(60, TimeUnit.SECONDS);
  }

  @AfterAll
  void close() throws Exception {
    house.close();
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
    Viewer director = house.director;
    return new Viewer(
        director.staff(),
        director.name(),
        director.grants(),
        Locale.forLanguageTag(language),
        director.zone(),
        director.clock(),
        director.requestId());
  }

  /** PDF/A-2b and PDF/UA-1 without a finding, and every word of it is read again. */
  private Paper printed(String pattern, String language, Asked asked) throws Exception {
    Reply.Download file =
        assertInstanceOf(
            Reply.Download.class,
            routes.stream()
                .filter(route -> route.pattern().equals(pattern))
                .findFirst()
                .orElseThrow()
                .handler()
                .handle(asked));
    Paper paper = press.proof(file.content());
    assertEquals(Locale.forLanguageTag(language), paper.language());
    assertEquals(List.of(ACCENTS), paper.head());
    long tables = paper.parts().stream().filter(Grid.class::isInstance).count();
    assertTrue(tables > 3, "tables: " + tables);
    return paper;
  }

  @ParameterizedTest
  @ValueSource(strings = {"cs", "pl", "en"})
  void theAnswerToTheRegion(String language) throws Exception {
    printed(PDF, language, Asked.by(reading(language), PDF).at("request", request));
    assertTrue(
        press.said().stream().skip(1).anyMatch(said -> said.contains(ACCENTS)), "who asked for it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cs", "pl", "en"})
  void theStatisticsOfAYear(String language) throws Exception {
    printed(
        YEAR,
        language,
        Asked.by(reading(language), YEAR)
            .asking("from", "2026-01-01")
            .asking("until", "2026-12-31"));
  }
}
