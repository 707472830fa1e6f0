package org.opora.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.opora.driver.People;
import org.opora.driver.Product;
import org.opora.driver.Visitor;

/**
 * A family whose every word is unlike any other: neither the IT administrator nor a key worker of
 * other families comes across one of them, on no page, list, count, search, export, error or
 * command.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecrecyIT {
  private static final List<String> TOKENS =
      List.of(
          "Zxkanarek",
          "Qwolejnik",
          "Vzblizna",
          "Kjtajemstvi",
          "77 Xp 5/2024",
          "Gdznovacek",
          "Rfukolnik",
          "Rfnikomu");
  private static final List<String> SEARCHED =
      List.of("Zxkanarek", "Qwolejnik", "Gdznovacek", "zxka", "vzblizna gdz");
  private static final int MOST_PAGES = 400;

  private final Product product = Product.fresh("secrecy");
  private Visitor director;
  private Visitor keyWorker;
  private Visitor itAdministrator;
  private String file;
  private final Set<String> secretPages = new LinkedHashSet<>();

  @BeforeAll
  void aFamilyThatIsNotTheirs() {
    product.start();
    director = People.director(product);
    product.cli().run("module", "install", "supervised-contacts").expectOk();
    keyWorker = People.colleague(product, director, "Bc. Jiná Pracovnice", "key-worker");
    itAdministrator = People.colleague(product, director, "Pavel Správce", "it-administrator");
    String author = People.staffId(director, "Ředitelová");
    Map<String, String> typed = new HashMap<>();
    typed.put("familyName", "Zxkanarek");
    typed.put("number", "");
    typed.put("carer1given", "Qwolejnik");
    typed.put("carer1family", "Zxkanarek");
    typed.put("carer1birthDate", "1980-05-05");
    typed.put("kind", "LONG_TERM");
    typed.put("mediated", "YES");
    typed.put("concludedOn", "2024-02-02");
    typed.put("keyWorker", author);
    typed.put("child1given", "Gdznovacek");
    typed.put("child1family", "Vzblizna");
    typed.put("child1birthDate", "2016-03-03");
    typed.put("child1from", "2024-01-15");
    typed.put("child1courtReference", "77 Xp 5/2024");
    Visitor.Answer made =
        People.expect(director.submit(director.get("/files/new").page(), "/files/new", typed), 303);
    file = made.location();
    String form = file + "/visits/new";
    Map<String, String> visit = new HashMap<>();
    visit.put("everybody", "on");
    visit.put("note", "Kjtajemstvi");
    for (Element field : director.get(form).page().select("input[name^=alone-]")) {
      visit.put(field.attr("name"), "YES");
    }
    Visitor.Answer visited =
        People.expect(director.submit(director.get(form).page(), form, visit), 303);
    task(file + "/tasks/new", Map.of("about", file.replace("/files/", ""), "what", "Rfukolnik"));
    task("/tasks/new", Map.of("what", "Rfnikomu"));
    crawl(director, page -> secretPages.add(page));
    secretPages.add(visited.location());
    assertTrue(secretPages.size() > 10, "the director sees pages of the family: " + secretPages);
  }

  /** The director sets a task for themselves. */
  private void task(String form, Map<String, String> typed) {
    Map<String, String> all = new HashMap<>(typed);
    all.put("doer", People.staffId(director, "Ředitelová"));
    People.expect(director.submit(director.get(form).page(), form, all), 303);
  }

  /** Without this, nobody else could come across a task because there is none to be seen. */
  @Test
  void theDirectorSeesTheTasksAndTheirPagesAreAmongTheSecretOnes() {
    for (String page : List.of("/tasks", "/tasks/card")) {
      assertTrue(
          leaksIn(director.get(page).body()).containsAll(List.of("Rfukolnik", "Rfnikomu")), page);
    }
    assertTrue(leaksIn(director.get(file + "/tasks").body()).contains("Rfukolnik"));
    assertEquals(
        2,
        secretPages.stream().filter(page -> page.matches("/tasks/[0-9a-f-]{36}")).count(),
        secretPages.toString());
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

  @AfterAll
  void stop() {
    product.close();
  }

  @Test
  void nobodyElseComesAcrossAWord() {
    for (Visitor stranger : List.of(keyWorker, itAdministrator)) {
      Map<String, String> leaks = new TreeMap<>();
      crawl(
          stranger,
          page -> {
            leaksIn(stranger.get(page).body()).forEach(word -> leaks.put(page, word));
          });
      for (String page : secretPages) {
        leaksIn(stranger.get(page).body()).forEach(word -> leaks.put(page, word));
      }
      for (String word : SEARCHED) {
        Visitor.Answer found = search(stranger, word);
        leaksIn(found.body().replace(word, "")).forEach(leak -> leaks.put("search", leak));
        assertEquals(List.of(), hits(found), word);
      }
      assertEquals(Map.of(), leaks);
    }
  }

  /**
   * Without this, the searches of the others could find nothing because nothing is found at all.
   */
  @Test
  void theDirectorFindsTheFamilyByEachOfTheseWords() {
    for (String word : SEARCHED) {
      List<String> hits = hits(search(director, word));
      assertTrue(hits.stream().anyMatch(hit -> hit.startsWith("/people/")), word + ": " + hits);
      assertTrue(hits.contains(file), word + ": " + hits);
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
    for (Visitor stranger : List.of(keyWorker, itAdministrator)) {
      Visitor.Answer walled = stranger.get(file);
      Visitor.Answer missing = stranger.get("/files/" + UUID.randomUUID());
      assertEquals(missing.status(), walled.status());
      assertNotEquals(200, walled.status());
      assertEquals(withoutNumbers(missing.body()), withoutNumbers(walled.body()));
    }
  }

  @Test
  void noCommandOfTheKeyFileNamesAnybody() {
    for (String[] command :
        List.of(
            new String[] {"status"},
            new String[] {"status", "--json"},
            new String[] {"module", "list", "--json"},
            new String[] {"audit", "verify"},
            new String[] {"duties", "--as-of", "2026-11-01", "--json"})) {
      var result = product.cli().run(command);
      assertEquals(List.of(), leaksIn(result.out() + result.err()));
    }
  }

  @Test
  void noLogHoldsAWord() throws IOException {
    try (Stream<Path> logs = Files.walk(product.data().resolve("run/log"))) {
      for (Path log : logs.filter(Files::isRegularFile).toList()) {
        assertEquals(List.of(), leaksIn(Files.readString(log)), log.toString());
      }
    }
    assertEquals(List.of(), leaksIn(Files.readString(product.data().resolve("derby.log"))));
  }

  @Test
  void noAddressHoldsAWord() {
    for (String page : secretPages) {
      assertEquals(List.of(), leaksIn(page));
    }
  }

  /** Visits every page that links lead to, once. */
  private void crawl(Visitor visitor, java.util.function.Consumer<String> seen) {
    Set<String> known = new LinkedHashSet<>(List.of("/"));
    Deque<String> open = new ArrayDeque<>(known);
    while (!open.isEmpty() && known.size() < MOST_PAGES) {
      String page = open.poll();
      Visitor.Answer answer = visitor.get(page);
      seen.accept(page);
      if (answer.status() != 200) {
        continue;
      }
      for (Element link : answer.page().select("[href^=/], [hx-get^=/]")) {
        String path = link.hasAttr("hx-get") ? link.attr("hx-get") : link.attr("href");
        boolean asset = path.contains("/static/");
        if (!asset && known.add(path)) {
          open.add(path);
        }
      }
    }
    assertFalse(known.size() >= MOST_PAGES, "the crawl did not come to an end");
  }

  private static List<String> leaksIn(String text) {
    return TOKENS.stream().filter(text::contains).toList();
  }

  /** Request numbers and form keys differ from page to page. */
  private static String withoutNumbers(String body) {
    return body.replaceAll("[0-9a-f]{8,}(-[0-9a-f]{4,})*", "#");
  }
}
