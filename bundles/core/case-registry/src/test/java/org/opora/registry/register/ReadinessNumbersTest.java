package org.opora.registry.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.opora.api.access.Viewer;
import org.opora.api.standards.spi.StandardsLaw;
import org.opora.api.web.Reply;
import org.opora.law.czech.contributions.CzechStandards;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.files.application.DueLines;
import org.opora.registry.readiness.application.FiledDocuments;
import org.opora.registry.readiness.application.ReadinessDesk;
import org.opora.registry.readiness.web.ReadinessRoutes;
import org.opora.registry.shared.web.PageHouse;
import org.opora.registry.standards.application.StandardsShelf;
import org.opora.testkit.Asked;
import org.opora.testkit.OnEveryDatabase;

/** Numbers of standards are those of a country: where no such law is installed there are none. */
@OnEveryDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadinessNumbersTest {
  private static final Pattern FIRST_CELL =
      Pattern.compile("<tr><td data-label=\"[^\"]*\">([^<]*)</td><th scope=\"row\">");

  @Parameter TestDatabase.Product product;
  private Register register;
  private Viewer director;

  @BeforeParameterizedClassInvocation
  void oneFamily() {
    register = new Register(product);
    director = new Office(register).director();
    register.family(director, null, "Losovaná");
  }

  @AfterParameterizedClassInvocation
  void close() {
    register.close();
  }

  private Set<String> numbers(StandardsLaw... laws) throws Exception {
    ReadinessDesk desk =
        new ReadinessDesk(
            register.tx,
            register.access.access(),
            register.access.aliases(),
            register.facts,
            register.files,
            register.evidence,
            new DueLines(),
            new IncidentRoom(register).desk,
            new FiledDocuments());
    Reply.Page page =
        (Reply.Page)
            new ReadinessRoutes(desk, new StandardsShelf(List.of(laws)))
                .routes()
                .get(0)
                .handler()
                .handle(Asked.by(director, "/inspections/ready").asking("seed", "123456"));
    String html = new PageHouse(Register.TODAY).page(page.template(), page.model(), director);
    Matcher row = FIRST_CELL.matcher(html);
    Set<String> numbers = new HashSet<>();
    int rows = 0;
    while (row.find()) {
      rows++;
      numbers.add(row.group(1));
    }
    assertTrue(rows > 10, html);
    numbers.remove("");
    return numbers;
  }

  @Test
  void underTheCzechStandardsAPartHasItsNumber() throws Exception {
    assertTrue(numbers(new CzechStandards()).containsAll(Set.of("9", "10a", "13a")));
  }

  @Test
  void whereNoLawHasThemThereAreNone() throws Exception {
    assertEquals(Set.of(), numbers());
  }
}
