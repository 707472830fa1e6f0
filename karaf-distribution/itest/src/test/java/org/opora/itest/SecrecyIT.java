package org.opora.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.opora.itest.support.SecretFamily.REGISTERS;
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
import org.opora.itest.support.RaisedWall;
import org.opora.itest.support.SecretFamily;
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
  private static final String DAY = "2026-11-01";
  private static final Pattern EXPORT = Pattern.compile("[?&]format=(xlsx|csv)$");

  private final Product product = Product.fresh("secrecy");
  private final Map<Visitor, Map<String, String>> before = new LinkedHashMap<>();
  private final Set<String> secretPages = new LinkedHashSet<>();
  private Visitor director;
  private Visitor keyWorker;
  private Visitor itAdministrator;
  private Visitor walled;
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
    String walledKey = People.staffId(director, WALLED);
    for (Visitor stranger : strangers()) {
      before.put(stranger, read(Walk.of(stranger)));
    }
    family = SecretFamily.writtenBy(director, walledKey);
    product.stop();
    RaisedWall.between(
        product.data(),
        UUID.fromString(walledKey),
        UUID.fromString(family.key()),
        UUID.fromString(family.author()));
    product.start();
    directorSees = Walk.of(director);
    String found = director.post("/search", Map.of("text", List.of("Zxkanarek"))).location();
    for (String page :
        List.of(found, found + "/export?format=xlsx", found + "/export?format=csv")) {
      directorSees.put(page, director.get(page));
    }
    secretPages.addAll(directorSees.keySet());
    secretPages.addAll(family.pages());
  }

  @AfterAll
  void stop() {
    product.close();
  }

  private List<Visitor> strangers() {
    return List.of(keyWorker, itAdministrator);
  }

  /** Without this, nobody else could come across a word because there is none to be seen. */
  @Test
  void theDirectorReadsEveryWord() {
    Set<String> seen = new TreeSet<>();
    directorSees.values().forEach(answer -> seen.addAll(SECRETS.in(answer)));
    assertEquals(new TreeSet<>(SECRETS.words()), seen);
  }

  /** Without this, the look into a workbook could find nothing because it sees nothing. */
  @Test
  void theDirectorsExportsHoldTheWordsOfTheirLists() {
    Map<String, List<String>> held = new TreeMap<>();
    directorSees.forEach(
        (page, answer) -> {
          if (EXPORT.matcher(page).find()) {
            assertEquals(200, answer.status(), page);
            held.put(page, SECRETS.in(answer));
          }
        });
    for (String format : List.of("xlsx", "csv")) {
      assertHolds(held, "/files/export", format, "Zxkanarek");
      assertHolds(held, "/people/export", format, "Qwolejnik");
      assertHolds(held, "/duties/export", format, "Vzblizna");
      assertHolds(held, "/m/supervised-contacts/export", format, "Pkmistnost");
      assertHolds(held, "/search/", format, "Zxkanarek");
      assertHolds(held, "/post/export", format, "Rgvyzva");
      assertHolds(held, "/complaints/export", format, "Rgopatreni");
      assertHolds(held, "/inspections/export", format, "Rgduvod");
    }
  }

  private static void assertHolds(
      Map<String, List<String>> held, String list, String format, String word) {
    assertTrue(
        held.entrySet().stream()
            .anyMatch(
                one ->
                    one.getKey().startsWith(list)
                        && one.getKey().endsWith(format)
                        && one.getValue().contains(word)),
        word + " in " + list + " as " + format + ": " + held);
  }

  /** Without this, nobody else could come across a task because there is none to be seen. */
  @Test
  void theDirectorSeesTheTasksAndTheirPagesAreAmongTheSecretOnes() {
    for (String page : List.of("/tasks", "/tasks/card")) {
      assertTrue(
          SECRETS.in(director.get(page)).containsAll(List.of("Rfukolnik", "Rfnikomu")), page);
    }
    assertTrue(SECRETS.in(director.get(family.file() + "/tasks")).contains("Rfukolnik"));
    assertEquals(
        5,
        secretPages.stream().filter(page -> page.matches("/tasks/[0-9a-f-]{36}")).count(),
        secretPages.toString());
  }

  /** Without this, nobody else could come across the registers because nothing is in them. */
  @Test
  void theDirectorReadsTheRegistersAndTheirPagesAreAmongTheSecretOnes() {
    Map<String, Integer> kept = Map.of("/post/", 4, "/complaints/", 1, "/inspections/", 2);
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
   * Whom a wall keeps from the family and about whom it complains sees all other registers of the
   * centre, and of this family nothing.
   */
  @Test
  void whoIsWalledOffComesAcrossNoWordOfTheRegisters() {
    Map<String, List<String>> leaks = new TreeMap<>();
    Map<String, Visitor.Answer> seen = Walk.of(walled);
    for (String register :
        List.of(
            "/post",
            "/post?way=all&show=waiting",
            "/complaints",
            "/complaints?show=all",
            "/complaints/card",
            "/inspections",
            "/inspections?show=OUT",
            "/tasks?whose=all&show=open")) {
      Visitor.Answer list = walled.get(register);
      assertEquals(200, list.status(), register);
      assertEquals(
          List.of(),
          list.page().select("main tbody tr, .duty").eachText().stream()
              .filter(row -> !row.contains("Rfnikomu"))
              .toList(),
          register);
      seen.put(register, list);
    }
    for (String list : List.of("/post", "/complaints", "/inspections")) {
      for (String format : List.of("xlsx", "csv")) {
        String page = list + "/export?show=all&format=" + format;
        Visitor.Answer export = walled.get(page);
        assertEquals(200, export.status(), page);
        seen.put(page, export);
      }
    }
    secretPages.forEach(page -> seen.put(page, walled.get(page)));
    seen.forEach((page, answer) -> note(leaks, page, REGISTERS.in(answer)));
    for (String word : REGISTERS.words()) {
      String found = search(walled, word).body().replaceAll("(?i)" + Pattern.quote(word), "");
      note(leaks, word, REGISTERS.in(found));
    }
    assertEquals(Map.of(), leaks);
    for (String page : secretPages) {
      if (page.matches("/(post|complaints|inspections)/[0-9a-f-]{36}.*")) {
        assertEquals(404, walled.get(page).status(), page);
      }
    }
  }

  @Test
  void theItAdministratorHasNoDoorToTheRegistersAndTheKeyWorkerEmptyOnes() {
    for (String register : List.of("/post", "/complaints", "/complaints/card", "/inspections")) {
      assertNotEquals(200, itAdministrator.get(register).status(), register);
      Visitor.Answer seen = keyWorker.get(register);
      assertEquals(200, seen.status(), register);
      assertEquals(0, seen.page().select("main tbody tr, .duty").size(), register);
    }
    for (String list : List.of("/post", "/complaints", "/inspections")) {
      for (String format : List.of("xlsx", "csv")) {
        String page = list + "/export?format=" + format;
        assertNotEquals(200, itAdministrator.get(page).status(), page);
        assertEquals(List.of(), SECRETS.in(keyWorker.get(page)), page);
      }
    }
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

  /** Request numbers, form keys, the time of day and the room on the disk differ by themselves. */
  private static String withoutNumbers(String body) {
    return body.replaceAll(
        "[0-9a-f]{8,}(-[0-9a-f]{4,})*|\\b\\d{1,2}:\\d{2}\\b|\\d[\\d\\h]*\\hMB", "#");
  }
}
