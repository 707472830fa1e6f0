package org.opora.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.opora.driver.ClassLoaders;
import org.opora.driver.ContainerLog;
import org.opora.driver.Distribution;
import org.opora.driver.Packages;
import org.opora.driver.People;
import org.opora.driver.Product;
import org.opora.driver.Until;
import org.opora.driver.Visitor;
import org.opora.itest.support.Bookings;
import org.opora.itest.support.Register;
import org.opora.itest.support.Traffic;

/** Modules come and go while people work: nobody else notices, and nothing is left behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HotDeployIT {
  private static final String MODULE = "supervised-contacts";
  private static final String PAGE = "/m/supervised-contacts";
  private static final int CLIENTS = 8;
  private static final int CYCLES = Boolean.getBoolean("opora.campaign") ? 200 : 10;
  private static final String LATEST = "0.2.0";
  private static final long METASPACE_MAY_GROW = 2L * 1024 * 1024;

  /**
   * The full compiler keeps its profiles of methods in the metaspace, too, and they grow for hours
   * without a class being loaded. Without them what is left behind is seen to the kilobyte.
   */
  private static final Map<String, String> WITHOUT_PROFILES =
      Map.of("OPORA_JAVA_OPTS", "-XX:TieredStopAtLevel=1");

  private static final List<String> PAGES = List.of("/", "/files", "/people", "/duties");

  private final Product product = Product.fresh("hot").with(WITHOUT_PROFILES);
  private Map<String, String> program;
  private Visitor director;
  private String contact;

  @BeforeAll
  void start() {
    program = Distribution.contents();
    product.start();
    director = People.director(product);
  }

  @AfterAll
  void stop() {
    product.close();
  }

  @Test
  @Order(1)
  void aModuleThatIsNotInstalledSaysSo() {
    assertEquals(410, director.get(PAGE).status());
  }

  @Test
  @Order(2)
  void itsPageIsThereAsSoonAsItIsInstalled() {
    product.cli().run("module", "install", MODULE).expectOk();
    assertEquals(200, director.get(PAGE).status());
    assertTrue(
        director.get("/").page().select("nav a[href=" + PAGE + "]").size() > 0,
        "the navigation leads to it");
  }

  @Test
  @Order(3)
  void removedItsDataStayAndAreFoundAgain() {
    product.cli().runWith(People.PASSWORD + "\n", "login", "--name", People.DIRECTOR).expectOk();
    product.cli().run("import", Register.SAMPLE.toString()).expectOk();
    contact = Bookings.book(director, "Ředitelová");
    product.cli().run("module", "remove", MODULE).expectOk();
    assertEquals(410, director.get(PAGE).status());
    assertEquals(0, director.get("/").page().select("a[href^=" + PAGE + "]").size());
    product.cli().run("module", "install", MODULE).expectOk();
    assertTrue(director.get(contact).body().contains(Bookings.ROOM));
  }

  @Test
  @Order(4)
  void aConflictShowsWhatIsThereAndWhatWasTyped() {
    String edit = contact + "/cancel";
    Visitor.Answer conflict =
        director.submit(
            director.get(edit).page(),
            edit,
            Map.of("by", "PARENT", "reason", "Nemoc dítěte", "version", "99"));
    assertEquals(422, conflict.status());
    assertTrue(
        conflict.page().select("main .facts").text().contains(Bookings.ROOM), conflict.body());
    assertEquals("Nemoc dítěte", conflict.page().select("textarea[name=reason]").text());
    assertEquals(
        director.get(edit).page().select("input[name=version]").val(),
        conflict.page().select("input[name=version]").val());
  }

  @Test
  @Order(5)
  void underLoadNobodyElseNotices() {
    List<Visitor> colleagues =
        IntStream.range(0, CLIENTS)
            .mapToObj(n -> product.visitor().signIn("reditelka", People.PASSWORD))
            .toList();
    long loaders;
    long metaspace;
    try (Traffic traffic = new Traffic(colleagues, PAGES)) {
      // What the first exchanges load stays, and is loaded once.
      exchange(0);
      exchange(1);
      loaders = fewestLoaders();
      metaspace = ClassLoaders.metaspace(product);
      for (int cycle = 2; cycle < CYCLES; cycle++) {
        exchange(cycle);
      }
      assertEquals(List.of(), traffic.stop());
      assertTrue(traffic.answered() > CLIENTS * PAGES.size(), "people did work");
    }
    assertTrue(loaders > 0, "loaders were counted");
    Until.isTrue(
        "no more class loaders than the " + loaders + " at first",
        Duration.ofSeconds(30),
        () -> ClassLoaders.ofBundles(product) <= loaders);
    long grown = ClassLoaders.metaspace(product) - metaspace;
    assertTrue(grown < METASPACE_MAY_GROW, "metaspace grew by " + grown + " bytes");
    System.out.printf(
        "%d exchanges: %d class loaders, metaspace %+d KB%n", CYCLES, loaders, grown / 1024);
  }

  /** Update, removal, installation: the page follows at once, each time. */
  private void exchange(int cycle) {
    String version = "0.1." + (cycle + 1);
    Path next = Packages.version(MODULE, version, Distribution.freshData("packages"));
    product.cli().run("module", "update", next.toString()).expectOk();
    assertEquals(version, version());
    assertEquals(200, director.get(PAGE).status());
    product.cli().run("module", "remove", MODULE).expectOk();
    assertEquals(410, director.get(PAGE).status());
    product.cli().run("module", "install", next.toString()).expectOk();
    assertEquals(200, director.get(PAGE).status());
  }

  /** One that was just left may take a moment to go. */
  private long fewestLoaders() {
    return IntStream.range(0, 5)
        .mapToLong(n -> ClassLoaders.ofBundles(product))
        .min()
        .orElseThrow();
  }

  @Test
  @Order(6)
  void theDeployFolderIsAnInbox() throws Exception {
    Path next = Packages.version(MODULE, LATEST, Distribution.freshData("packages"));
    Path inbox = product.data().resolve("deploy").resolve(next.getFileName());
    java.nio.file.Files.copy(next, inbox);
    Until.isTrue("taken from the inbox", Duration.ofSeconds(20), () -> version().equals(LATEST));
    Until.isTrue(
        "the result lies beside it",
        Duration.ofSeconds(5),
        () -> java.nio.file.Files.exists(Path.of(inbox + ".result.txt")));
  }

  @Test
  @Order(7)
  void whatIsInstalledIsThereAfterARestart() {
    product.stop();
    product.start();
    assertEquals(LATEST, version());
    assertEquals(200, director.get(PAGE).status());
    assertTrue(director.get(contact).body().contains(Bookings.ROOM));
  }

  @Test
  @Order(8)
  void theLogIsClean() {
    assertEquals(List.of(), ContainerLog.trouble(product.log()));
  }

  @Test
  @Order(9)
  void theFolderOfTheProgramWasOnlyRead() {
    assertEquals(program, Distribution.contents());
  }

  private String version() {
    String out = product.cli().run("module", "list", "--json").expectOk().out();
    for (JsonElement module : JsonParser.parseString(out).getAsJsonArray()) {
      if (module.getAsJsonObject().get("id").getAsString().equals(MODULE)) {
        return module.getAsJsonObject().get("version").getAsString();
      }
    }
    throw new AssertionError(MODULE + " is not on the list: " + out);
  }
}
