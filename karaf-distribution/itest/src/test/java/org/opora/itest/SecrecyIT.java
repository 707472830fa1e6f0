package org.opora.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.itest.support.SecretFamily.FAMILY;
import static org.opora.itest.support.SecretFamily.READ;
import static org.opora.itest.support.SecretFamily.SEALED;
import static org.opora.itest.support.SecretFamily.SEARCHED;
import static org.opora.itest.support.SecretFamily.SECRETS;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.opora.driver.Cli;
import org.opora.driver.ContainerLog;
import org.opora.driver.Distribution;
import org.opora.driver.People;
import org.opora.driver.Product;
import org.opora.driver.Visitor;
import org.opora.itest.support.SecretFamily;
import org.opora.itest.support.SecretStaff;
import org.opora.itest.support.Secrets;
import org.opora.itest.support.Walk;

/**
 * A family whose every word is unlike any other: neither the IT administrator nor a key worker of
 * other families comes across one of them, on no page, list, count, search, export, error, command
 * or log.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecrecyIT {
  private static final String KEY_WORKER = "Bc. Jiná Pracovnice";
  private static final String IT_ADMINISTRATOR = "Pavel Správce";
  private static final String WALLED = "Mgr. Zazděná Vedoucí";
  private static final String HELPER = "Bc. Předávaná Pracovnice";
  private static final String DAY = "2026-11-01";
  private static final List<String> CARDS =
      List.of("/complaints/card", "/incidents/card", "/requests/card", "/intake/card");

  /** What only whoever leads the centre has a door to. */
  private static final String OVERSIGHT = "/overrides";

  private static final List<String> EXPORTS =
      List.of(
          "/post/export?show=all",
          "/complaints/export?show=all",
          "/inspections/export?show=all",
          "/incidents/export?show=all",
          OVERSIGHT + "/export?rule=",
          "/grant/expenses/export?show=ALL",
          "/requests/export?show=open",
          "/inquiries/export?show=ALL",
          "/intake/export?show=all");

  private static final String ROWS = "main tbody tr, .duty, .rows > li";
  private static final List<String> FORMATS = List.of("&format=xlsx", "&format=csv");

  /** Lists of the whole centre, in which a family of others must not be counted. */
  private static final List<String> LISTS =
      Stream.concat(
              CARDS.stream(),
              Stream.of(
                  "/post",
                  "/post?way=all&show=waiting",
                  "/complaints",
                  "/complaints?show=all",
                  "/inspections",
                  "/inspections?show=OUT",
                  "/tasks?whose=all&show=open",
                  "/incidents",
                  "/incidents?show=ALL",
                  "/grant/expenses",
                  "/grant/expenses?show=PROPOSED",
                  "/requests",
                  "/requests?show=answered",
                  "/inquiries?show=ALL",
                  "/intake",
                  "/intake?show=all",
                  OVERSIGHT,
                  OVERSIGHT + "/list",
                  "/handovers"))
          .toList();

  private static final Pattern EXPORT = Pattern.compile("[?&]format=(xlsx|csv)$");

  private final Product product = Product.fresh("secrecy");
  private final Map<Visitor, Map<String, String>> before = new LinkedHashMap<>();
  private final Set<String> secretPages = new LinkedHashSet<>();
  private Visitor director;
  private Visitor keyWorker;
  private Visitor itAdministrator;
  private Visitor walled;
  private Visitor helper;
  private SecretFamily family;
  private Map<String, Visitor.Answer> directorSees;

  @BeforeAll
  void aFamilyThatIsNotTheirs() {
    product.start();
    director = People.director(product);
    product.cli().run("module", "install", "supervised-contacts").expectOk();
    keyWorker = People.colleague(product, director, KEY_WORKER, "key-worker");
    itAdministrator = People.colleague(product, director, IT_ADMINISTRATOR, "it-administrator");
    walled = People.colleague(product, director, WALLED, "director");
    helper = People.colleague(product, director, HELPER, "key-worker");
    SecretFamily.Colleagues colleagues =
        new SecretFamily.Colleagues(
            walled, People.staffId(director, WALLED), helper, People.staffId(director, HELPER));
    aBodyIsInTheDirectory();
    for (Visitor stranger : strangers()) {
      before.put(stranger, read(Walk.of(stranger)));
    }
    family = SecretFamily.writtenBy(director, colleagues);
    directorSees = Walk.of(director);
    String found = director.post("/search", Map.of("text", List.of("Zxkanarek"))).location();
    for (String page :
        List.of(found, found + "/export?format=xlsx", found + "/export?format=csv")) {
      directorSees.put(page, director.get(page));
    }
    family.pages().forEach(page -> directorSees.put(page, director.get(page)));
    LISTS.forEach(page -> directorSees.put(page, director.get(page)));
    for (String list : EXPORTS) {
      for (String format : FORMATS) {
        directorSees.put(list + format, director.get(list + format));
      }
    }
    secretPages.addAll(directorSees.keySet());
  }

  @AfterAll
  void stop() {
    product.close();
  }

  private void aBodyIsInTheDirectory() {
    String body =
        People.expect(
                director.submit(
                    director.get("/directory/new").page(),
                    "/directory/new",
                    Map.of("kind", "COURT", "name", "Okresní soud v Podhorsku")),
                303)
            .location();
    String form = body + "/officials/new";
    People.expect(
        director.submit(director.get(form).page(), form, Map.of("name", "JUDr. Jan Úřední")), 303);
  }

  private List<Visitor> strangers() {
    return List.of(keyWorker, itAdministrator);
  }

  /** Without this, nobody else could come across a word because there is none to be seen. */
  @Test
  void theDirectorReadsEveryWord() {
    Set<String> seen = new TreeSet<>();
    directorSees.values().forEach(answer -> seen.addAll(READ.in(answer)));
    assertEquals(new TreeSet<>(READ.words()), seen);
  }

  /** Without this, the look into a workbook could find nothing because it sees nothing. */
  @Test
  void theDirectorsExportsHoldTheWordsOfTheirLists() {
    Map<String, List<String>> held = new TreeMap<>();
    directorSees.forEach(
        (page, answer) -> {
          if (EXPORT.matcher(page).find()) {
            // A walk through everything takes more rows of some list than one person may alone.
            if (answer.status() == 303) {
              assertTrue(answer.location().startsWith("/exports/new/"), answer.location());
            } else {
              assertEquals(200, answer.status(), page);
              held.put(page, SECRETS.in(answer));
            }
          }
        });
    Map<String, String> lists = new LinkedHashMap<>();
    lists.put("/files/export", "Zxkanarek");
    lists.put("/people/export", "Qwolejnik");
    lists.put("/duties/export", "Vzblizna");
    lists.put("/m/supervised-contacts/export", "Pkmistnost");
    lists.put("/search/.+/export", "Zxkanarek");
    lists.put("/post/export", "Rgvyzva");
    lists.put("/complaints/export", "Rgopatreni");
    lists.put("/inspections/export", "Rgduvod");
    lists.put("/people/.+/kin/export", "Knnavzdory");
    lists.put("/people/.+/households/export", "Knnebydlel");
    lists.put("/files/.+/stays/export", "Gdznovacek");
    lists.put("/grant/expenses/export", "Gtvylohy");
    lists.put("/incidents/export", "Zxkanarek");
    lists.put("/overrides/export", "Knnavzdory");
    lists.put("/requests/export", "Qwolejnik");
    lists.put("/inquiries/export", "Ponadarmo");
    lists.put("/staff/.+/time/export", "Zxkanarek");
    lists.forEach(
        (list, word) -> {
          assertHolds(held, list, "xlsx", word);
          assertHolds(held, list, "csv", word);
        });
  }

  private static void assertHolds(
      Map<String, List<String>> held, String list, String format, String word) {
    assertTrue(
        held.entrySet().stream()
            .anyMatch(
                one ->
                    one.getKey().matches(list + "[?].*" + format) && one.getValue().contains(word)),
        word + " in " + list + " as " + format + ": " + held);
  }

  /** Without this, nobody else could come across the rooms because nothing is in them. */
  @Test
  void theDirectorReadsTheRoomsOfTheFamily() {
    Map<String, String> rooms = new LinkedHashMap<>();
    rooms.put(family.file() + "/family", "Knbabicka");
    rooms.put(family.file() + "/genogram", "Knmatinka");
    rooms.put(family.file() + "/stays", "Gdznovacek");
    rooms.put(family.file() + "/grant", "Gtvylohy");
    rooms.put("/grant/expenses", "Gtvylohy");
    rooms.put(family.file() + "/child-notes" + family.child().replace("/people", ""), "Znslovicko");
    rooms.put(family.file() + "/legal", "Gdznovacek");
    rooms.put(family.file() + "/requests", "Qwolejnik");
    rooms.put(family.file() + "/team", "Zxkanarek");
    rooms.put(family.child() + "/legal", "Psobsahem");
    rooms.put(family.child() + "/disability", "Zppostizeni");
    rooms.put("/incidents/card", "Zxkanarek");
    rooms.put("/inquiries?show=ALL", "Ponadarmo");
    rooms.put("/staff/conflicts", "Kfsousedka");
    rooms.forEach(
        (page, word) -> {
          Visitor.Answer answer = director.get(page);
          assertEquals(200, answer.status(), page);
          assertTrue(SECRETS.in(answer).contains(word), word + " on " + page);
        });
    for (String list : CARDS) {
      assertTrue(rows(director.get(list)) > 0, list);
    }
  }

  /** Without this, nobody else could come across a note because none is among the secret pages. */
  @Test
  void theDirectorReadsNotesAndExpensesAndTheirPagesAreAmongTheSecretOnes() {
    String note = family.file() + "/notes/[0-9a-f-]{36}";
    assertEquals(2, secretPages.stream().filter(page -> page.matches(note)).count());
    Map<String, String> words =
        Map.of(
            note,
            "Znodmitnuto",
            note + "/print",
            "Znznovu",
            note + "/versions",
            "Znobsah",
            "/grant/expenses/[0-9a-f-]{36}",
            "Gtzduvodneni");
    words.forEach(
        (pattern, word) ->
            assertTrue(
                secretPages.stream()
                    .filter(page -> page.matches(pattern))
                    .anyMatch(page -> SECRETS.in(director.get(page)).contains(word)),
                word + " on " + pattern));
  }

  /** What the centre keeps of offices, of itself and of its work in the street names no family. */
  @Test
  void noWordOfTheFamilyGetsIntoWhatTheCentreKeepsOfItself() {
    Map<String, List<String>> leaks = new TreeMap<>();
    directorSees.forEach(
        (page, answer) -> {
          if (page.matches("/(directory|house|reach)\\b.*")) {
            note(leaks, page, SECRETS.in(answer));
          }
        });
    assertEquals(Map.of(), leaks);
    assertTrue(directorSees.keySet().stream().anyMatch(page -> page.matches("/directory/.{36}")));
    assertTrue(directorSees.containsKey("/house/settings"), directorSees.keySet().toString());
  }

  /** Without this, nobody else could come across a task because there is none to be seen. */
  @Test
  void theDirectorSeesTheTasksAndTheirPagesAreAmongTheSecretOnes() {
    for (String page : List.of("/tasks", "/tasks/card")) {
      assertTrue(
          SECRETS.in(director.get(page)).containsAll(List.of("Rfukolnik", "Rfnikomu")), page);
    }
    assertTrue(SECRETS.in(director.get(family.file() + "/tasks")).contains("Rfukolnik"));
    List<String> tasks =
        director.get("/tasks?whose=all&show=open").page().select("a[href^=/tasks/]").stream()
            .map(link -> link.attr("href"))
            .filter(page -> page.matches("/tasks/[0-9a-f-]{36}"))
            .toList();
    assertTrue(tasks.size() > 1, tasks.toString());
    assertTrue(secretPages.containsAll(tasks), secretPages.toString());
  }

  /** Without this, nobody else could come across the registers because nothing is in them. */
  @Test
  void theDirectorReadsTheRegistersAndTheirPagesAreAmongTheSecretOnes() {
    Map<String, Integer> kept = Map.of("/post/", 4, "/complaints/", 2, "/inspections/", 3);
    kept.forEach(
        (register, count) ->
            assertEquals(
                count,
                (int)
                    secretPages.stream()
                        .filter(page -> page.matches(register + "[0-9a-f-]{36}"))
                        .count(),
                register + " " + secretPages));
    assertTrue(SECRETS.in(director.get(family.file() + "/post")).contains("Rgvyzva"));
    assertTrue(SECRETS.in(director.get(family.file() + "/inspections")).contains("Rgduvod"));
    assertEquals(1, director.get("/complaints/card").page().select("li.duty").size());
  }

  /**
   * Whom a wall keeps from the family and about whom it complains sees everything else of the
   * centre, and of this family nothing.
   */
  @Test
  void whoIsWalledOffComesAcrossNoWordOfTheFamily() {
    Map<String, Visitor.Answer> seen = Walk.of(walled);
    for (String list : LISTS) {
      Visitor.Answer answer = walled.get(list);
      assertEquals(200, answer.status(), list);
      assertEquals(
          List.of(),
          answer.page().select(ROWS).eachText().stream()
              .filter(row -> !row.contains("Rfnikomu") && !row.contains("Ponadarmo"))
              .toList(),
          list);
      seen.put(list, answer);
    }
    for (String list : EXPORTS) {
      for (String format : FORMATS) {
        String page = list + format;
        Visitor.Answer export = walled.get(page);
        assertEquals(200, export.status(), page);
        seen.put(page, export);
      }
    }
    secretPages.forEach(page -> seen.put(page, walled.get(page)));
    Map<String, List<String>> leaks = new TreeMap<>();
    seen.forEach((page, answer) -> note(leaks, page, FAMILY.in(answer)));
    note(leaks, "search", found(walled, FAMILY));
    assertEquals(Map.of(), leaks);
    for (String page : secretPages) {
      if (page.matches(
          "/(post|complaints|inspections|incidents|files|grant/expenses)/[0-9a-f-]{36}.*")) {
        assertEquals(404, walled.get(page).status(), page);
      }
    }
  }

  /** Who had the family until today, and is kept away from it now, knows their own words only. */
  @Test
  void whoHandedItBackComesAcrossNoWordOfTheFamily() {
    Secrets others = FAMILY.but(SecretStaff.DECLARED);
    Map<String, List<String>> leaks = new TreeMap<>();
    Walk.of(helper).forEach((page, answer) -> note(leaks, page, others.in(answer)));
    for (String page : secretPages) {
      note(leaks, page, others.in(helper.get(page)));
    }
    note(leaks, "search", found(helper, others));
    assertEquals(Map.of(), leaks);
    assertEquals(SecretStaff.DECLARED, ownWords(helper, SecretStaff.DECLARED));
    assertEquals(SecretStaff.OWN, ownWords(walled, SecretStaff.OWN));
  }

  /** Those of the words that a colleague reads on the own sheet. */
  private List<String> ownWords(Visitor colleague, List<String> words) {
    String name = colleague == helper ? HELPER : WALLED;
    Visitor.Answer sheet = colleague.get("/staff/" + People.staffId(director, name));
    return new Secrets(words).in(sheet);
  }

  /** What of them is said when somebody looks for each of these words. */
  private static List<String> found(Visitor who, Secrets words) {
    List<String> said = new ArrayList<>();
    for (String word : words.words()) {
      Visitor.Answer found = search(who, word);
      assertEquals(List.of(), hits(found), word);
      said.addAll(words.in(found.body().replaceAll("(?i)" + Pattern.quote(word), "")));
    }
    return said;
  }

  @Test
  void theItAdministratorHasNoDoorToTheRegistersAndTheKeyWorkerEmptyOnes() {
    for (String list : LISTS) {
      assertNotEquals(200, itAdministrator.get(list).status(), list);
      Visitor.Answer seen = keyWorker.get(list);
      assertEquals(0, rows(seen), list);
      if (list.startsWith(OVERSIGHT)) {
        assertNotEquals(200, seen.status(), list);
      } else {
        assertEquals(200, seen.status(), list);
      }
    }
    for (String list : EXPORTS) {
      for (String format : FORMATS) {
        String page = list + format;
        assertNotEquals(200, itAdministrator.get(page).status(), page);
        assertEquals(List.of(), SECRETS.in(keyWorker.get(page)), page);
      }
      if (list.startsWith(OVERSIGHT)) {
        assertNotEquals(200, keyWorker.get(list + FORMATS.get(1)).status(), list);
      } else {
        assertEquals(1, lines(keyWorker, list), list);
      }
      assertTrue(lines(director, list) > 1, list);
    }
  }

  private static int rows(Visitor.Answer list) {
    return list.page().select(ROWS).size();
  }

  /** Lines of a list as a file, the one that says what stands in them among them. */
  private static long lines(Visitor who, String list) {
    return who.get(list + FORMATS.get(1)).body().strip().lines().count();
  }

  @Test
  void theItAdministratorHasNoDoorToTasksAndTheKeyWorkerAnEmptyList() {
    for (String page : List.of("/tasks", "/tasks/card", "/tasks?whose=all&show=open")) {
      assertNotEquals(200, itAdministrator.get(page).status(), page);
      Visitor.Answer seen = keyWorker.get(page);
      assertEquals(200, seen.status(), page);
      assertEquals(
          List.of(),
          seen.page().select("a[href^=/tasks/]").eachAttr("href").stream()
              .filter(href -> !href.equals("/tasks/new"))
              .toList());
    }
  }

  @Test
  void nobodyElseComesAcrossAWord() {
    for (Visitor stranger : strangers()) {
      Map<String, List<String>> leaks = new TreeMap<>();
      Walk.of(stranger).forEach((page, answer) -> note(leaks, page, SECRETS.in(answer)));
      for (String page : secretPages) {
        note(leaks, page, SECRETS.in(stranger.get(page)));
      }
      assertEquals(Map.of(), leaks);
    }
  }

  @Test
  void nobodyElseFindsAnythingByAWord() {
    List<String> words = new ArrayList<>(SEARCHED);
    words.addAll(SECRETS.words());
    for (Visitor stranger : strangers()) {
      Map<String, List<String>> leaks = new TreeMap<>();
      for (String word : words) {
        Visitor.Answer found = search(stranger, word);
        String others = found.body().replaceAll("(?i)" + Pattern.quote(word), "");
        note(leaks, word, SECRETS.in(others));
        assertEquals(List.of(), hits(found), word);
      }
      assertEquals(Map.of(), leaks);
    }
  }

  private static void note(Map<String, List<String>> leaks, String where, List<String> words) {
    if (!words.isEmpty()) {
      leaks.put(where, words);
    }
  }

  /** No list is longer, no count higher, no page more than before the family was there. */
  @Test
  @Order(1)
  void whatTheySeeIsAsIfTheFamilyHadNeverCome() {
    for (Visitor stranger : strangers()) {
      Map<String, String> now = read(Walk.of(stranger));
      Map<String, String> then = before.get(stranger);
      Map<String, String> changed = new TreeMap<>();
      Stream.concat(then.keySet().stream(), now.keySet().stream())
          .filter(page -> !Objects.equals(then.get(page), now.get(page)))
          .forEach(page -> changed.put(page, then.get(page) + "\nnow " + now.get(page)));
      assertEquals(Map.of(), changed);
    }
  }

  /** What is read on each page, without what differs from one visit to the next. */
  private static Map<String, String> read(Map<String, Visitor.Answer> answers) {
    Map<String, String> pages = new TreeMap<>();
    answers.forEach(
        (page, answer) ->
            pages.put(
                page,
                answer.status()
                    + " "
                    + (EXPORT.matcher(page).find() ? "" : withoutNumbers(answer.page().text()))));
    return pages;
  }

  /**
   * Without this, the searches of the others could find nothing because nothing is found at all.
   */
  @Test
  void theDirectorFindsTheFamilyByEachOfTheseWords() {
    for (String word : SEARCHED) {
      List<String> hits = hits(search(director, word));
      assertTrue(hits.stream().anyMatch(hit -> hit.startsWith("/people/")), word + ": " + hits);
      assertTrue(hits.contains(family.file()), word + ": " + hits);
    }
  }

  private static Visitor.Answer search(Visitor who, String words) {
    Visitor.Answer answer = who.post("/search", Map.of("text", List.of(words)));
    return answer.location() == null ? answer : who.get(answer.location());
  }

  /** Where the results of a search lead. */
  private static List<String> hits(Visitor.Answer answer) {
    return answer.page().select("#search-results a[href]").eachAttr("href");
  }

  @Test
  void aFamilyThatIsWalledAndOneThatDoesNotExistLookTheSame() {
    for (Visitor stranger : strangers()) {
      for (String page : family.pages()) {
        Visitor.Answer walled = stranger.get(page);
        Visitor.Answer missing =
            stranger.get(page.replaceAll("[0-9a-f-]{36}", UUID.randomUUID().toString()));
        assertEquals(missing.status(), walled.status(), page);
        assertEquals(withoutNumbers(missing.body()), withoutNumbers(walled.body()), page);
      }
      assertNotEquals(200, stranger.get(family.file()).status());
    }
  }

  @Test
  void noCommandOfTheKeyFileNamesAnybody() throws IOException {
    product.cli().run("logout").expectOk();
    assertNothingIsSaid();
    assertEquals(1, run("duties", "--as-of", DAY, "--json").code());
    assertEquals(0, run("import", register(), "--dry-run").code());
    assertEquals(0, run("import", register(), "--dry-run", "--json").code());
  }

  /** Without this, the others could be told nothing because there is nothing to be told. */
  @Test
  void aDirectorWhoSignedInIsToldOfTheFamily() throws IOException {
    login(People.DIRECTOR);
    Cli.Result duties = product.cli().run("duties", "--as-of", DAY, "--json").expectOk();
    assertTrue(SECRETS.in(duties.out()).contains("Vzblizna"), duties.out());
    Cli.Result trial = product.cli().run("import", register(), "--dry-run", "--json").expectOk();
    assertTrue(trial.out().contains("possible-duplicate"), trial.out());
    assertTrue(SECRETS.in(trial.out()).contains("Zxkanarek"), trial.out());
    product.cli().run("logout").expectOk();
  }

  @Test
  void aKeyWorkerWhoSignedInIsToldNothingOfTheFamily() throws IOException {
    login(People.signInName(KEY_WORKER, "key-worker"));
    JsonArray duties =
        JsonParser.parseString(run("duties", "--as-of", DAY, "--json").expectOk().out())
            .getAsJsonArray();
    assertEquals(0, duties.size(), duties.toString());
    assertEquals("", run("duties", "--as-of", DAY).expectOk().out().strip());
    assertNoImport();
    assertNothingIsSaid();
    product.cli().run("logout").expectOk();
  }

  @Test
  void anItAdministratorWhoSignedInIsRefused() throws IOException {
    login(People.signInName(IT_ADMINISTRATOR, "it-administrator"));
    for (String[] duties :
        List.of(
            new String[] {"duties", "--as-of", DAY},
            new String[] {"duties", "--as-of", DAY, "--json"})) {
      assertRefused(run(duties));
    }
    assertNoImport();
    assertNothingIsSaid();
    product.cli().run("logout").expectOk();
  }

  private void login(String name) {
    product.cli().runWith(People.PASSWORD + "\n", "login", "--name", name).expectOk();
  }

  /** To take a register over needs a permission of its own, also for a trial. */
  private void assertNoImport() throws IOException {
    assertRefused(run("import", register(), "--dry-run"));
    assertRefused(run("import", register(), "--dry-run", "--json"));
    assertRefused(run("import", register()));
  }

  private static void assertRefused(Cli.Result refused) {
    assertEquals(1, refused.code(), refused.out());
    assertEquals("", refused.out());
    assertEquals(1, refused.err().strip().lines().count(), refused.err());
  }

  /** What everybody may do who holds the key of the machine. */
  private void assertNothingIsSaid() {
    run("status").expectOk();
    run("status", "--json").expectOk();
    run("module", "list").expectOk();
    run("module", "list", "--json").expectOk();
    run("audit", "verify").expectOk();
    run("audit", "verify", "--json").expectOk();
    Cli.Result backup = run("backup", "--json").expectOk();
    String file = JsonParser.parseString(backup.out()).getAsJsonObject().get("file").getAsString();
    assertEquals(List.of(), SECRETS.in(Path.of(file)));
  }

  /** Runs a command in whose output no word of the family may be. */
  private Cli.Result run(String... command) {
    Cli.Result result = product.cli().run(command);
    assertEquals(List.of(), SECRETS.in(result.out() + result.err()), String.join(" ", command));
    return result;
  }

  private static String register() throws IOException {
    Path folder = Files.createDirectories(Distribution.freshData("register"));
    Path file = folder.resolve("register.csv");
    Files.writeString(file, SecretFamily.REGISTER, StandardCharsets.UTF_8);
    return file.toString();
  }

  @Test
  void noAddressHoldsAWord() {
    for (String page : secretPages) {
      assertEquals(List.of(), SECRETS.in(page));
    }
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void noLogHoldsAWord() {
    assertEquals(List.of(), SECRETS.holders(product.data().resolve("run/log")));
    assertEquals(List.of(), SECRETS.in(product.data().resolve("derby.log")));
    assertEquals(List.of(), SECRETS.in(product.console()));
  }

  /** Names are looked for in the database, so they lie there openly; what was told is sealed. */
  @Test
  @Order(Integer.MAX_VALUE)
  void whatWasToldLiesNowhereOpenly() {
    assertEquals(List.of(), SEALED.holders(product.data()));
    assertNotEquals(List.of(), SECRETS.holders(product.data()));
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void theLogIsClean() {
    assertEquals(List.of(), ContainerLog.trouble(product.log()));
  }

  /**
   * Request numbers, form keys, the time of day and the room on the disk differ by themselves; how
   * many agreements the centre has in all is no secret among its staff.
   */
  private static String withoutNumbers(String body) {
    return body.replaceAll(
        "(?<=Platných dohod je"
            + " )\\d+|[0-9a-f]{8,}(-[0-9a-f]{4,})*|\\b\\d{1,2}:\\d{2}\\b|\\d[\\d\\h]*\\hMB",
        "#");
  }
}
