package org.opora.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.opora.driver.ContainerLog;
import org.opora.driver.Distribution;
import org.opora.driver.Product;
import org.opora.driver.Until;
import org.opora.driver.Visitor;
import org.opora.itest.support.Printed;
import org.opora.itest.support.Register;

/** A made-up centre to look at: who can sign in, what is in it, and that its key ends with it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoIT {
  private static final List<String> REGISTERS =
      List.of(
          "/post",
          "/complaints",
          "/inspections",
          "/openings",
          "/incidents",
          "/intake",
          "/inquiries",
          "/reach",
          "/directory",
          "/grant/expenses",
          "/house/templates",
          "/statistics/counts");

  /** What a family has, and of how many families at least. */
  private static final Map<String, Integer> ROOMS =
      Map.of("/course/part", 5, "/plans", 9, "/ledgers/education", 40, "/documents", 5);

  private static final String CONTACTS = "/m/supervised-contacts";

  /** Lists of the module, and what they lead to. */
  private static final Map<String, String> CONTACT_LISTS =
      Map.of(
          "?when=past", "/contacts/",
          "/requests", "/requests/",
          "/reports", "/reports/",
          "/risks", "/risks/");

  /** One for each of six children, and one for each of two together. */
  private static final int PLANS = 8;

  private static final Set<String> KEY_WORKERS = Set.of("jana", "petr", "lucie", "tomas");
  private static final int FAMILIES = 60;
  private static final Set<String> OTHER_KINDS =
      Set.of(
          "FAMILY",
          "YOUNG_PERSON",
          "FOSTER_APPLICANTS",
          "ADOPTION_APPLICANTS",
          "ADOPTERS",
          "IN_NEED");
  private static final Pattern STATUS = Pattern.compile("\"status\":\\s*\"([a-z-]+)\"");
  private static final Pattern NUMBER = Pattern.compile("\\b\\d{3}/\\d{4}\\b");

  private final Path data = Distribution.freshData("demo");
  private Product product = Product.on(data, "--demo");
  private Map<String, String> accounts;

  @BeforeAll
  void start() throws IOException {
    product.start();
    accounts = Printed.accounts(Files.readAllLines(data.resolve("demo-accounts.txt")));
  }

  @AfterAll
  void stop() {
    product.close();
  }

  @Test
  @Order(1)
  void everybodyWhoIsPrintedCanSignIn() {
    Until.isTrue(
        "printed",
        Duration.ofSeconds(20),
        () -> Printed.accounts(Files.readAllLines(product.console())).equals(accounts));
    Set<String> expected = new TreeSet<>(KEY_WORKERS);
    expected.addAll(Set.of("reditelka", "inspekce", "spravce"));
    assertEquals(expected, new TreeSet<>(accounts.keySet()));
    accounts.forEach((name, password) -> product.visitor().signIn(name, password));
    assertEquals(accounts.size(), Set.copyOf(accounts.values()).size(), "each has another one");
  }

  @Test
  @Order(2)
  void sixtyFamiliesAreSharedAmongFourKeyWorkers() {
    Set<String> all = families("reditelka");
    assertEquals(FAMILIES, all.size());
    for (String worker : KEY_WORKERS) {
      Set<String> own = families(worker);
      assertTrue(own.size() >= FAMILIES / KEY_WORKERS.size() && own.size() < FAMILIES, worker);
      assertTrue(all.containsAll(own));
    }
  }

  @Test
  @Order(2)
  void everyOtherKindOfFileHasOneToLookAt() {
    for (String kind : OTHER_KINDS) {
      assertEquals(1, numbers("reditelka", kind).size(), kind);
    }
  }

  @Test
  @Order(3)
  void halfAYearHasBeenWrittenDown() {
    Visitor director = visitor("reditelka");
    List<LocalDate> visits =
        director.get("/files").page().select("main a[href~=^/files/[0-9a-f-]+$]").stream()
            .map(link -> director.get(link.attr("href") + "/timeline").page())
            .flatMap(page -> page.select("li:has(a[href*=/visits/]) time").stream())
            .map(time -> LocalDate.parse(time.attr("datetime")))
            .sorted()
            .toList();
    LocalDate today = LocalDate.now();
    LocalDate oldest = visits.get(0);
    assertTrue(oldest.isAfter(today.minusDays(190)), "oldest visit " + oldest);
    assertTrue(oldest.isBefore(today.minusDays(150)), "oldest visit " + oldest);
    assertFalse(visits.get(visits.size() - 1).isAfter(today));
  }

  @Test
  @Order(4)
  void thereAreTasksToDoAndNoticesToMind() {
    Visitor jana = visitor("jana");
    assertFalse(jana.get("/tasks").page().select("main a[href~=^/tasks/[0-9a-f-]+$]").isEmpty());
    long minded =
        jana.get("/files").page().select("main a[href~=^/files/[0-9a-f-]+$]").stream()
            .filter(link -> !jana.get(link.attr("href")).page().select(".safety").isEmpty())
            .count();
    assertTrue(minded > 0, "families with a safety notice");
  }

  @Test
  @Order(5)
  void noRegisterIsEmpty() {
    Visitor director = visitor("reditelka");
    for (String list : REGISTERS) {
      assertFalse(
          director.get(list).page().select("main a[href~=^" + list + "/[0-9a-f-]{36}]").isEmpty(),
          list);
    }
  }

  @Test
  @Order(5)
  void familiesHavePlansHoursDocumentsAndReports() {
    Visitor director = visitor("reditelka");
    Set<String> files = files(director);
    ROOMS.forEach(
        (room, least) -> {
          long found =
              files.stream()
                  .filter(
                      file ->
                          !director
                              .get(file + room)
                              .page()
                              .select("a[href~=/(course|plans|education|documents)/[0-9a-f-]{36}]")
                              .isEmpty())
                  .count();
          assertTrue(found >= least, room + " of " + found);
        });
  }

  /** On all pages of the list. */
  private static Set<String> files(Visitor visitor) {
    Set<String> files = new TreeSet<>();
    String next = "/files";
    while (!next.isEmpty()) {
      Document page = visitor.get(next).page();
      files.addAll(page.select("main a[href~=^/files/[0-9a-f-]+$]").eachAttr("href"));
      next = page.select("main a[href^=/files?][href*=after=]").attr("href");
    }
    return files;
  }

  /** A module that comes later writes its chapter when it comes, and not again. */
  @Test
  @Order(5)
  void theModuleOfContactsShowsSomethingOnEveryListAsSoonAsItIsInstalled() {
    product.cli().run("module", "install", "supervised-contacts").expectOk();
    Visitor director = visitor("reditelka");
    Duration patience = Duration.ofSeconds(60);
    CONTACT_LISTS.forEach(
        (list, page) ->
            Until.isTrue(list, patience, () -> !links(director, CONTACTS + list, page).isEmpty()));
    // Those of brothers and sisters come last.
    Until.isTrue("plans", patience, () -> plans(director).size() >= PLANS);
    for (String plan : plans(director)) {
      for (String part : List.of("", "/contacts", "/evaluations", "/pictures", "/court")) {
        assertEquals(200, director.get(plan + part).status(), plan + part);
      }
    }
  }

  /** Of contacts, on the tabs of all files. */
  private static Set<String> plans(Visitor director) {
    String plan = CONTACTS + "/plans/";
    return files(director).stream()
        .flatMap(
            file -> director.get(CONTACTS + file).page().select("a[href^=" + plan + "]").stream())
        .map(link -> link.attr("href"))
        .filter(link -> link.matches(plan + "[0-9a-f-]{36}"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> links(Visitor visitor, String list, String page) {
    return visitor
        .get(list)
        .page()
        .select("main a[href^=" + CONTACTS + page + "]")
        .eachAttr("href");
  }

  @Test
  @Order(5)
  void mostDutiesHaveTimeSomeAreDueSoonAndFewAreLate() {
    String today = LocalDate.now(ZoneId.of("Europe/Prague")).toString();
    String out = product.cli().run("duties", "--as-of", today, "--json").expectOk().out();
    Map<String, Long> stand =
        STATUS
            .matcher(out)
            .results()
            .collect(Collectors.groupingBy(one -> one.group(1), Collectors.counting()));
    long all = stand.values().stream().mapToLong(Long::longValue).sum();
    assertTrue(stand.getOrDefault("ok", 0L) > all / 2, stand.toString());
    assertTrue(stand.getOrDefault("due-soon", 0L) > all / 50, stand.toString());
    assertTrue(stand.getOrDefault("overdue", 0L) > 0, stand.toString());
    assertTrue(stand.getOrDefault("overdue", 0L) < all / 10, stand.toString());
  }

  @Test
  @Order(6)
  void itsStandingKeyReadsPeople() {
    product.cli().run("duties", "--as-of", "2026-11-01", "--json").expectOk();
    product.cli().run("import", Register.SAMPLE.toString(), "--dry-run", "--json").expectOk();
  }

  @Test
  @Order(7)
  void theOtherDemoCentreIsNotStartedOnItsFolder() throws Exception {
    product.stop();
    Process refused =
        new ProcessBuilder(
                Distribution.home().resolve("bin/opora-server").toString(),
                "--data",
                data.toString(),
                "--demo",
                "empty")
            .redirectErrorStream(true)
            .start();
    String said = new String(refused.getInputStream().readAllBytes());
    assertNotEquals(0, refused.waitFor());
    assertTrue(said.contains(data.toString()), said);
  }

  @Test
  @Order(8)
  void withoutTheDemonstrationTheKeyIsGone() throws IOException {
    String token = Files.readString(data.resolve("demo.session")).strip();
    product = Product.on(data).start();
    assertFalse(Files.exists(data.resolve("demo.session")));
    assertNotEquals(0, product.cli().run("duties", "--as-of", "2026-11-01", "--json").code());
    // Not even who has kept it gets in.
    Files.writeString(data.resolve("demo.session"), token + "\n");
    assertNotEquals(0, product.cli().run("duties", "--as-of", "2026-11-01", "--json").code());
    assertEquals(FAMILIES, families("reditelka").size(), "everything else is there");
  }

  @Test
  @Order(9)
  void theLogIsClean() {
    assertEquals(List.of(), ContainerLog.trouble(product.log()));
  }

  private Visitor visitor(String name) {
    return product.visitor().signIn(name, accounts.get(name));
  }

  private Set<String> families(String name) {
    return numbers(name, "FOSTER_FAMILY");
  }

  /** Numbers of the files of a kind somebody sees, from the list as a file. */
  private Set<String> numbers(String name, String kind) {
    String list = visitor(name).get("/files/export?format=csv&kind=" + kind).body();
    return NUMBER
        .matcher(list)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
