package org.opora.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
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
import org.opora.itest.support.Walk;

/**
 * A centre that has worked with supervised contacts takes the module away, and later back: nobody
 * else loses anything, nothing leads nowhere, and what was recorded is found as it was.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RemovalIT {
  private static final String MODULE = "supervised-contacts";
  private static final String HOME = "/m/" + MODULE;

  /** Of the pages of the core, as many kinds at least: otherwise the walk went nowhere. */
  private static final int KINDS = 200;

  /** Of the pages of the module. */
  private static final int KINDS_OF_ITS_OWN = 15;

  private static final String NOT_ASSESSED = "Nehodnoceno";

  private final Path data = Distribution.freshData("removal");
  private final Product product = Product.on(data, "--demo");
  private final Map<String, String> told = new TreeMap<>();
  private Visitor director;
  private Map<String, Visitor.Answer> before;

  @BeforeAll
  void start() throws IOException {
    product.start();
    Map<String, String> accounts =
        Printed.accounts(Files.readAllLines(data.resolve("demo-accounts.txt")));
    director = product.visitor().signIn("reditelka", accounts.get("reditelka"));
    product.cli().run("module", "install", MODULE).expectOk();
    Until.isTrue("contacts are written", Duration.ofSeconds(60), () -> !contacts().isEmpty());
    before = Walk.everyKind(director);
    for (String contact : contacts()) {
      told.put(contact, words(director.get(contact)));
    }
    product.cli().run("module", "remove", MODULE).expectOk();
  }

  @AfterAll
  void stop() {
    product.close();
  }

  @Test
  @Order(1)
  void theCentreHadWorkedWithIt() {
    assertEquals(Map.of(), failing(before));
    assertTrue(ofTheCore(before).size() > KINDS, "kinds of pages: " + before.keySet());
    assertTrue(
        before.size() - ofTheCore(before).size() > KINDS_OF_ITS_OWN,
        "its kinds of pages: " + before.keySet());
  }

  @Test
  @Order(2)
  void nothingLeadsNowhere() {
    Map<String, Visitor.Answer> after = Walk.everyKind(director);
    assertEquals(Map.of(), failing(after));
    Map<String, List<String>> links = new TreeMap<>();
    after.forEach(
        (path, answer) -> {
          List<String> its = answer.page().select("a[href^=" + HOME + "]").eachAttr("href");
          if (!its.isEmpty()) {
            links.put(path, its);
          }
        });
    assertEquals(Map.of(), links);
    assertTrue(ofTheCore(after).size() > KINDS, "kinds of pages: " + after.keySet());
  }

  /** Every page of the core is where it was, with every form that it had. */
  @Test
  @Order(2)
  void nobodyElseLosesAnything() {
    Map<String, Object> lost = new TreeMap<>();
    ofTheCore(before)
        .forEach(
            (path, was) -> {
              Visitor.Answer is = director.get(path);
              Set<String> gone = doors(was);
              gone.removeAll(doors(is));
              if (is.status() != was.status()) {
                lost.put(path, is.status());
              } else if (!gone.isEmpty()) {
                lost.put(path, gone);
              }
            });
    assertEquals(Map.of(), lost);
  }

  @Test
  @Order(2)
  void theTimelineKeepsWhatCanBeRead() {
    String timeline =
        before.keySet().stream()
            .filter(path -> path.contains("/timeline"))
            .map(path -> path.replaceFirst("\\?.*", ""))
            .distinct()
            .filter(path -> entries(before.getOrDefault(path, director.get(path))).size() > 0)
            .findFirst()
            .orElse("");
    assertFalse(timeline.isEmpty(), "a timeline that tells of contacts");
    Visitor.Answer now = director.get(timeline);
    assertEquals(List.of(), now.page().select("main a[href^=" + HOME + "]").eachAttr("href"));
    for (String entry : entries(before.get(timeline))) {
      assertTrue(now.page().select("main").text().contains(entry), entry);
    }
  }

  private static Set<String> entries(Visitor.Answer timeline) {
    return timeline.page().select("main a[href^=" + HOME + "]").stream()
        .map(Element::text)
        .filter(text -> !text.isBlank())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What the centre promised is not called kept or broken by somebody who cannot know. */
  @Test
  @Order(2)
  void dutiesThatNeedItAreNotAssessed() {
    String duties = director.get("/duties?all=yes").page().select("main").text();
    assertTrue(duties.contains(NOT_ASSESSED), duties);
  }

  @Test
  @Order(3)
  void installedAgainItFindsEverything() {
    product.cli().run("module", "install", MODULE).expectOk();
    told.forEach((contact, words) -> assertEquals(words, words(director.get(contact)), contact));
    Map<String, Integer> missing = new TreeMap<>();
    before.forEach(
        (path, was) -> {
          int status = director.get(path).status();
          if (status != was.status()) {
            missing.put(path, status);
          }
        });
    assertEquals(Map.of(), missing);
  }

  @Test
  @Order(4)
  void nobodyComplainsInTheLog() {
    assertEquals(List.of(), ContainerLog.trouble(product.log()));
  }

  private List<String> contacts() {
    return director.get(HOME).page().select("main a[href^=" + HOME + "/contacts/]").stream()
        .map(link -> link.attr("href").replaceFirst("[?#].*", ""))
        .filter(path -> path.matches(HOME + "/contacts/[^/]+"))
        .distinct()
        .toList();
  }

  private static String words(Visitor.Answer answer) {
    assertEquals(200, answer.status());
    return answer.page().select("main").text();
  }

  /** What can be sent from a page: where to, whatever the page is about. */
  private static Set<String> doors(Visitor.Answer answer) {
    return answer.page().select("main form[action^=/]").eachAttr("action").stream()
        .filter(action -> !action.startsWith(HOME))
        .map(Walk::kind)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, Visitor.Answer> ofTheCore(Map<String, Visitor.Answer> answers) {
    Map<String, Visitor.Answer> core = new LinkedHashMap<>(answers);
    core.keySet().removeIf(path -> path.contains(MODULE));
    return core;
  }

  private static Map<String, Integer> failing(Map<String, Visitor.Answer> answers) {
    Map<String, Integer> failing = new TreeMap<>();
    answers.forEach(
        (path, answer) -> {
          if (answer.status() >= 400) {
            failing.put(path, answer.status());
          }
        });
    return failing;
  }
}
