package org.opora.registry.importing.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.opora.api.access.Subject;
import org.opora.api.access.Viewer;
import org.opora.api.faults.NotAllowed;
import org.opora.api.faults.Refused;
import org.opora.api.paging.Page;
import org.opora.api.web.Reply;
import org.opora.api.web.spi.Route;
import org.opora.persistence.test.TestDatabase;
import org.opora.registry.importing.application.ImportBench;
import org.opora.registry.importing.application.ImportViews.FindingView;
import org.opora.registry.importing.domain.ImportRun.State;
import org.opora.registry.importing.domain.Samples;
import org.opora.registry.shared.web.PageCheck;
import org.opora.registry.shared.web.PageHouse;
import org.opora.testkit.Asked;

/**
 * The director's way through the pages of an import, and the remote control's, on a real register.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImportPagesTest {
  @TempDir Path folder;
  private ImportBench bench;
  private PageHouse house;
  private ImportRoutes routes;
  private UUID run;

  @BeforeAll
  void open() {
    bench = new ImportBench(TestDatabase.Product.DERBY);
    house = new PageHouse(bench.director.today());
    routes = new ImportRoutes(bench.imports, bench.views, bench.balances, bench.same, house);
  }

  @AfterAll
  void close() {
    bench.close();
  }

  @Test
  @Order(1)
  void theListIsEmptyAndTakesAFile() throws Exception {
    shown(get("/import", knock()), "import-list");
    Reply missing = post("/import", knock());
    assertEquals(422, assertInstanceOf(Reply.Page.class, missing).status());
    shown(missing, "import-list");
    Reply noTable = post("/import", knock().uploading(folder, "x.csv", new byte[] {1, 0, 2}));
    assertEquals(422, assertInstanceOf(Reply.Page.class, noTable).status());
    Reply read =
        post("/import", knock().uploading(folder, "evidence-dohod.csv", Samples.register()));
    String path = assertInstanceOf(Reply.Redirect.class, read).path();
    run = UUID.fromString(path.substring("/import/".length()));
    waited(State.PREVIEW);
  }

  @Test
  @Order(2)
  void thePreviewShowsWhatIsDoubtful() throws Exception {
    String page = shown(get("/import/{run}", knock().at("run", run)), "import-preview");
    assertTrue(page.contains("evidence-dohod.csv"));
    assertTrue(page.contains("31. 2. 2015"));
    assertTrue(page.contains("=HYPERLINK(&quot;evil&quot;)"), "a formula is text");
    String families =
        shown(get("/import/{run}/families", knock().at("run", run).forPart()), "import-families");
    assertTrue(families.contains("001/2015"));
    String more =
        shown(
            get("/import/{run}/families", knock().at("run", run).asking("after", "50")),
            "import-families-page");
    assertTrue(more.contains("href=\"/import/" + run + "\""), "the way back");
    shown(get("/import/{run}/columns", knock().at("run", run)), "import-columns");
    FindingView duplicate = finding("possible-duplicate");
    Asked compare = knock().at("run", run).at("finding", duplicate.id());
    String sides = shown(get("/import/{run}/findings/{finding}", compare), "import-compare");
    assertTrue(sides.contains("Krejčí"));
  }

  @Test
  @Order(2)
  void findingsAreTakenAsTheyAreListed() throws Exception {
    exported(6, "");
  }

  private void exported(int columns, String show) throws Exception {
    Asked knock = knock().at("run", run).asking("format", "csv").asking("show", show);
    Set<Subject> shown = new HashSet<>();
    String csv =
        new String(
            house.file(get("/import/{run}/findings/export", knock), bench.director, shown),
            StandardCharsets.UTF_8);
    try (CSVParser parser =
        CSVParser.parse(
            new StringReader(csv.substring(1)),
            CSVFormat.EXCEL.builder().setDelimiter(';').get())) {
      List<List<String>> rows = parser.stream().map(CSVRecord::toList).toList();
      assertEquals(columns, rows.get(0).size() - 1);
      List<FindingView> listed =
          all().stream()
              .filter(one -> show.isEmpty() || one.doubt() && one.settledOn() == null)
              .toList();
      assertEquals(
          listed.stream().map(one -> String.valueOf(one.row())).toList(),
          rows.stream().skip(1).map(row -> row.get(0)).toList());
      assertFalse(csv.contains("??"), csv);
      assertEquals(
          listed.stream().anyMatch(one -> one.value().startsWith("=")),
          csv.contains("'=HYPERLINK"),
          "a formula is text");
      assertEquals(
          listed.stream()
              .flatMap(one -> Stream.of(one.file(), one.person()))
              .filter(Objects::nonNull)
              .count(),
          listed.stream()
              .flatMap(one -> Stream.of(one.file(), one.person()))
              .filter(Objects::nonNull)
              .map(id -> shown.stream().anyMatch(subject -> subject.id().equals(id.value())))
              .filter(known -> known)
              .count());
    }
  }

  @Test
  @Order(3)
  void columnsMayNotMeanTheSame() throws Exception {
    Asked twice =
        knock().at("run", run).field("column-0", "FILE_NUMBER").field("column-1", "FILE_NUMBER");
    Reply refused = post("/import/{run}/columns", twice);
    assertEquals(422, assertInstanceOf(Reply.Page.class, refused).status());
    shown(refused, "import-columns");
  }

  @Test
  @Order(4)
  void afterTheImportThePageListsWhatTheSpreadsheetDidNotTell() throws Exception {
    post("/import/{run}/apply", knock().at("run", run));
    waited(State.DONE);
    Asked knock = knock().at("run", run);
    String page = shown(get("/import/{run}", knock), "import-result");
    assertTrue(page.contains("/files/"));
    assertTrue(page.contains("/people/"));
    assertFalse(knock.shown().isEmpty());
    exported(7, "");
    exported(7, "open");
    FindingView duplicate = finding("possible-duplicate");
    Asked compare = knock().at("run", run).at("finding", duplicate.id());
    String sides = shown(get("/import/{run}/findings/{finding}", compare), "import-compare");
    assertTrue(sides.contains("230517/9030"));
    assertTrue(sides.contains("<dd>17. 5. 2023</dd>"), sides);
    shown(get("/import", knock()), "import-list");
    shown(get("/import/{run}/undo", knock().at("run", run)), "import-undo");
  }

  @Test
  @Order(5)
  void aFindingIsTickedAndPeopleAreJoinedByAPersonOnly() throws Exception {
    FindingView date = finding("invalid-date");
    post(
        "/import/{run}/findings/{finding}",
        knock().at("run", run).at("finding", date.id()).field("settled", "on"));
    assertEquals(bench.director.today(), finding("invalid-date").settledOn());
    post("/import/{run}/findings/{finding}", knock().at("run", run).at("finding", date.id()));
    assertNull(finding("invalid-date").settledOn());
    FindingView duplicate = finding("possible-duplicate");
    post(
        "/import/{run}/findings/{finding}/same",
        knock().at("run", run).at("finding", duplicate.id()));
    assertEquals(bench.director.today(), finding("possible-duplicate").settledOn());
    Asked compare = knock().at("run", run).at("finding", duplicate.id());
    String joined = shown(get("/import/{run}/findings/{finding}", compare), "import-compare");
    Matcher files = Pattern.compile("href=\"(/files/[^\"]*)\"").matcher(joined);
    assertEquals(
        2,
        files.results().map(one -> one.group(1)).distinct().count(),
        "each side still names its own file");
  }

  @Test
  @Order(5)
  void findingsAreListedPageByPageAndATickLeavesOneThere() throws Exception {
    List<UUID> ticked = new ArrayList<>();
    Pattern form = Pattern.compile("action=\"/import/" + run + "/findings/([^\"?]*)([^\"]*)\"");
    Pattern more = Pattern.compile("rel=\"next\" href=\"[^\"]*after=([^\"]*)\"");
    String after = "";
    String place = "";
    while (after != null) {
      String page =
          shown(
              get("/import/{run}", knock().at("run", run).asking("after", after)), "import-result");
      List<MatchResult> rows = form.matcher(page).results().toList();
      assertTrue(rows.size() <= 50);
      rows.forEach(row -> ticked.add(UUID.fromString(row.group(1))));
      place = rows.get(0).group(2);
      assertEquals(after.isEmpty() ? "" : "?after=" + after, place);
      Matcher next = more.matcher(page);
      after = next.find() ? next.group(1) : null;
    }
    assertEquals(all().stream().map(FindingView::id).toList(), ticked);
    assertFalse(place.isEmpty(), "the register has more findings than a page");
    Asked tick =
        knock()
            .at("run", run)
            .at("finding", ticked.get(ticked.size() - 1))
            .asking("after", place.substring("?after=".length()))
            .asking("show", "open");
    Reply back = post("/import/{run}/findings/{finding}", tick);
    assertEquals(
        "/import/" + run + "?show=open&" + place.substring(1),
        assertInstanceOf(Reply.Redirect.class, back).path());
  }

  @Test
  @Order(6)
  void openingBalancesAreConfirmed() throws Exception {
    long before = bench.balances.count(bench.director);
    String waiting = shown(get("/import/balances", knock()), "import-balances");
    Matcher quantity = Pattern.compile("name=\"quantity-[^>]* value=\"([^\"]*)\"").matcher(waiting);
    int asked = 0;
    while (quantity.find()) {
      assertTrue(quantity.group(1).matches("|\\d+(,\\d*[1-9])?"), quantity.group(1));
      asked += quantity.group(1).isEmpty() ? 1 : 0;
    }
    assertTrue(asked > 0, "hours of another time than that of the period are asked for");
    assertTrue(waiting.contains("V tabulce: "), "and said as they came");
    assertTrue(waiting.contains("dny respitní péče v roce "), waiting);
    assertTrue(waiting.contains("Ke dni"), waiting);
    var lines = bench.balances.waiting(bench.director, null, 5).items();
    UUID first = lines.get(0).id();
    Asked wrong =
        knock()
            .field("confirm", first.toString())
            .field("quantity-" + first, "mnoho")
            .field("version-" + first, "1");
    Reply refused = post("/import/balances", wrong);
    assertEquals(422, assertInstanceOf(Reply.Page.class, refused).status());
    String page = shown(refused, "import-balances");
    assertTrue(page.contains("href=\"#f-quantity-" + first + "\""), "the summary names the field");
    assertTrue(page.contains("id=\"f-quantity-" + first + "\""));
    assertTrue(page.contains("id=\"e-quantity-" + first + "\""), "the fault is beside it");
    assertTrue(
        page.contains("id=\"confirm-" + first + "\" value=\"" + first + "\" checked"),
        "the tick is still there");
    Asked right =
        knock()
            .field("confirm", first.toString())
            .field("quantity-" + first, "12,5")
            .field("version-" + first, String.valueOf(lines.get(0).version()))
            .field("since-" + first, Objects.toString(lines.get(0).since(), ""));
    assertInstanceOf(Reply.Redirect.class, post("/import/balances", right));
    assertEquals(before - 1, bench.balances.count(bench.director));
  }

  @Test
  @Order(7)
  void whatWasConfirmedIsNotTakenBack() throws Exception {
    Reply refused = post("/import/{run}/undo", knock().at("run", run));
    assertEquals(422, assertInstanceOf(Reply.Page.class, refused).status());
    shown(refused, "import-undo");
  }

  @Test
  @Order(8)
  void theRemoteControlImportsAndAnswersInOneCall() throws Exception {
    Map<String, Long> before = bench.rows();
    RemoteImport.Answer again = answer(knock().bringing(Samples.register()));
    assertEquals(
        List.of(100, 0, 0, 100),
        List.of(again.rows(), again.created(), again.updated(), again.unchanged()));
    RemoteImport.Answer dry = answer(knock().asking("dryRun", "1").bringing(Samples.register()));
    assertEquals(100, dry.unchanged());
    assertEquals(before, bench.rows());
    RemoteImport.Line line =
        dry.findings().stream()
            .filter(one -> one.code().equals("invalid-date"))
            .findFirst()
            .orElseThrow();
    assertEquals(58, line.row());
    assertEquals("Dohoda uzavřena dne", line.column());
    assertEquals("31. 2. 2015", line.value());
    assertTrue(line.message().contains("15. 3. 2015"), line.message());
  }

  @Test
  @Order(9)
  void withoutALoginValuesAreLeftOut() throws Exception {
    RemoteImport.Answer blind =
        answer(Asked.by(null, "/import").asking("dryRun", "1").bringing(Samples.register()));
    assertEquals(100, blind.rows());
    assertTrue(blind.findings().stream().allMatch(one -> one.value() == null));
    String messages = blind.findings().toString();
    List<List<String>> records = Samples.records(Samples.register());
    for (List<String> record : records.subList(1, records.size())) {
      for (int place : new int[] {0, 1, 4, 13, 15, 19}) {
        String cell = record.get(place).strip();
        assertFalse(cell.length() > 3 && messages.contains(cell), cell);
      }
    }
    assertThrows(
        NotAllowed.class, () -> answer(Asked.by(null, "/import").bringing(Samples.register())));
    Route.Handler progress = handler(Route.Method.GET, "/ops/import/progress");
    assertThrows(NotAllowed.class, () -> progress.handle(Asked.by(null, "/ops/import/progress")));
    assertEquals(
        new RemoteImport.Progress("idle", 0, 0),
        assertInstanceOf(Reply.Json.class, progress.handle(knock())).value());
    Refused refused =
        assertThrows(
            Refused.class,
            () ->
                answer(
                    Asked.by(null, "/import")
                        .asking("dryRun", "1")
                        .bringing("a;b\n1;2".getBytes(StandardCharsets.UTF_8))));
    assertEquals("importing.failed.columns-remote", refused.text().key());
  }

  @Test
  @Order(10)
  void everyFindingHasItsSentence() {
    List<String> missing = new ArrayList<>();
    for (Locale locale :
        List.of(Locale.forLanguageTag("cs"), Locale.forLanguageTag("pl"), Locale.ENGLISH)) {
      for (FindingView one : all()) {
        String text = house.text(locale, one.text());
        if (text.contains("?") || text.contains("{")) {
          missing.add(text);
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  private RemoteImport.Answer answer(Asked knock) throws Exception {
    Reply reply = handler(Route.Method.POST, "/ops/import").handle(knock);
    return (RemoteImport.Answer) assertInstanceOf(Reply.Json.class, reply).value();
  }

  private List<FindingView> all() {
    List<FindingView> all = new ArrayList<>();
    String after = null;
    do {
      Page<FindingView> page = bench.views.findings(bench.director, run, false, after, 7);
      all.addAll(page.items());
      after = page.next();
    } while (after != null);
    return all;
  }

  private FindingView finding(String code) {
    return all().stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
  }

  private void waited(State state) throws Exception {
    for (int i = 0; i < 6000 && bench.views.run(bench.director, run).busy(); i++) {
      shown(get("/import/{run}", knock().at("run", run)), null);
      get("/import/{run}/progress", knock().at("run", run));
    }
    assertEquals(state, bench.views.run(bench.director, run).state());
  }

  private Asked knock() {
    return Asked.by(bench.director, "/import");
  }

  private Reply get(String pattern, Asked knock) throws Exception {
    return handler(Route.Method.GET, pattern).handle(knock);
  }

  private Reply post(String pattern, Asked knock) throws Exception {
    return handler(Route.Method.POST, pattern).handle(knock);
  }

  private Route.Handler handler(Route.Method method, String pattern) {
    return routes.routes().stream()
        .filter(route -> route.method() == method && route.pattern().equals(pattern))
        .findFirst()
        .orElseThrow()
        .handler();
  }

  /** The page in every language; the Czech one is given back. */
  private String shown(Reply reply, String template) {
    Reply.Page page = assertInstanceOf(Reply.Page.class, reply);
    if (template != null) {
      assertEquals(template, page.template());
    }
    String czech = "";
    for (String language : List.of("en", "pl", "cs")) {
      Viewer one = bench.director;
      Viewer viewer =
          new Viewer(
              one.staff(),
              one.name(),
              one.grants(),
              Locale.forLanguageTag(language),
              one.zone(),
              one.clock(),
              one.requestId());
      czech = house.page(page.template(), new HashMap<>(page.model()), viewer);
      PageCheck.sound(page.template(), czech);
    }
    return czech;
  }
}
