package org.opora.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.systemTimeout;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
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
import org.opora.driver.People;
import org.opora.driver.Until;
import org.opora.driver.Visitor;
import org.opora.itest.rogue.RogueBundle;
import org.opora.itest.rogue.RogueWay;
import org.opora.itest.support.Exam;
import org.opora.itest.support.PasserBy;
import org.opora.itest.support.RawRequest;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.spi.PaxExamRuntime;

/**
 * Bundles from outside that publish whatever the whiteboard and the house know, each in a way of
 * its own: 404 for everybody, and whoever looks after the product is told. Pax Exam smuggles them
 * into our distribution.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RogueBundleIT {
  private static final Duration UP = Duration.ofSeconds(120);

  /** What the log says of each of them. */
  private static final Pattern STRANGER = Pattern.compile("is not of this house: nobody sees");

  private static final Pattern NAME =
      Pattern.compile("[a-z.-]+ " + Pattern.quote(RogueBundle.VERSION));

  private final int port = Exam.freePort();
  private final Path data = Distribution.freshData("rogue");
  private final Path exam = Distribution.freshData("exam");
  private final int otherPort = Exam.freePort();
  private final PasserBy passerBy =
      new PasserBy("http://127.0.0.1:" + port, RogueBundle.freePaths(), RogueBundle.MARK);

  /**
   * What this process is told, by Maven: which tests come next. Pax Exam hands it on to the
   * container, which would take it away from us, and the build would wait for ever.
   */
  private final InputStream told = System.in;

  private TestContainer container;
  private Visitor director;

  @BeforeAll
  void start() throws Exception {
    container = PaxExamRuntime.createContainer(PaxExamRuntime.createServerSystem(options()));
    passerBy.start();
    System.setIn(InputStream.nullInputStream());
    container.start();
    try {
      Until.isTrue("ready", UP, () -> visitor().get("/health").body().strip().equals("ready"));
    } catch (AssertionError never) {
      // The container is gone with its log when somebody reads of this.
      throw new AssertionError(
          never.getMessage() + ", " + ContainerLog.trouble(Exam.log(exam)), never);
    }
    Until.isTrue("the rogue bundles work", UP, () -> RogueBundle.announced(data));
  }

  @AfterAll
  void stop() {
    passerBy.close();
    container.stop();
    System.setIn(told);
  }

  @Test
  @Order(1)
  void nothingTheyPublishIsReachedFromTheStreet() {
    assertNothingIsReached(visitor());
  }

  @Test
  @Order(2)
  void nothingTheyPublishIsReachedByTheDirector() {
    director = People.director(visitor(), data);
    assertNothingIsReached(director);
  }

  /** What the director may not, an access that came from outside does not grant. */
  @Test
  @Order(3)
  void nobodyIsAskedForLeaveButTheHouse() {
    assertEquals(403, director.get("/trail/technical").status());
    assertEquals(404, director.get("/files/" + UUID.randomUUID()).status());
  }

  @Test
  @Order(3)
  void theHouseKnowsItsNamesItself() throws IOException {
    String asked = "GET /health HTTP/1.1\r\nHost: elsewhere\r\nConnection: close\r\n\r\n";
    assertEquals(421, RawRequest.send(port, asked).status());
  }

  @Test
  @Order(3)
  void noOtherPortIsOpened() {
    assertThrows(
        ConnectException.class, () -> new Socket(InetAddress.getLoopbackAddress(), otherPort));
  }

  @Test
  @Order(3)
  void noneOfThemHearsOfARequest() {
    assertFalse(Files.exists(RogueBundle.heard(data)));
  }

  /** Each is named on the page of the state, and came once into the inbox and into the trail. */
  @Test
  @Order(3)
  void whoLooksAfterTheProductIsToldOfEach() {
    String health = director.get("/health/details").page().text();
    Until.isTrue("all are told", UP, () -> names(inbox()).size() >= RogueWay.values().length);
    List<String> told = names(inbox());
    List<String> untold = new ArrayList<>();
    for (RogueWay way : RogueWay.values()) {
      String name = way.bundle() + " " + RogueBundle.VERSION;
      if (!health.contains(name) || Collections.frequency(told, name) != 1) {
        untold.add(name + " " + Collections.frequency(told, name));
      }
    }
    assertEquals(List.of(), untold, health);
    String trail = director.get("/trail").page().text();
    assertTrue(trail.contains("cizí část"), trail);
  }

  /** All of it, over as many pages as it has. */
  private String inbox() {
    StringBuilder all = new StringBuilder();
    String page = "/inbox";
    while (page != null) {
      Visitor.Answer answer = director.get(page);
      assertEquals(200, answer.status(), page);
      all.append(answer.page().select("main").text()).append('\n');
      Element next = answer.page().selectFirst("a[rel=next], a[href*='/inbox?after=']");
      page = next == null ? null : next.attr("href");
    }
    return all.toString();
  }

  private static List<String> names(String text) {
    return NAME.matcher(text).results().map(found -> found.group()).toList();
  }

  /** They start before the house does, and somebody knocked all the time. */
  @Test
  @Order(4)
  void nothingTheyPublishWasReachedDuringTheStart() {
    Until.isTrue("somebody knocked", UP, () -> passerBy.heard().contains("404"));
    assertEquals(
        List.of(), passerBy.heard().stream().filter(heard -> heard.startsWith("reached")).toList());
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void theLogIsClean() throws IOException {
    Path log = Exam.log(exam);
    // Without this, there could be no trouble in it because nothing is written there.
    assertTrue(Files.readString(log).contains("Opora is ready"));
    assertEquals(List.of(), ContainerLog.trouble(log, STRANGER));
  }

  private static void assertNothingIsReached(Visitor visitor) {
    Map<String, String> reached = new TreeMap<>();
    for (RogueWay way : RogueWay.values()) {
      for (String path : way.ours()) {
        note(reached, way, path, visitor.get(path), false);
      }
      for (String path : way.free()) {
        note(reached, way, path, visitor.get(path), true);
        note(reached, way, "POST " + path, visitor.post(path, Map.of()), true);
      }
    }
    assertEquals(Map.of(), reached);
  }

  private static void note(
      Map<String, String> reached,
      RogueWay way,
      String path,
      Visitor.Answer answer,
      boolean nothingThere) {
    if (answer.body().contains(RogueBundle.MARK) || nothingThere && answer.status() != 404) {
      reached.put(way + " " + path, answer.status() + " " + answer.page().text());
    }
  }

  private Visitor visitor() {
    return new Visitor("http://127.0.0.1:" + port);
  }

  private Option[] options() throws IOException {
    List<Option> options = Exam.options(port, data, exam, RogueBundle.packed(data));
    options.add(
        editConfigurationFilePut(
            "etc/system.properties", RogueBundle.PORT, Integer.toString(otherPort)));
    options.add(systemTimeout(UP.toMillis()));
    return options.toArray(Option[]::new);
  }
}
