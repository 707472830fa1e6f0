package org.opora.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.systemTimeout;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.logLevel;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
import org.opora.itest.support.PasserBy;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.karaf.options.LogLevelOption;
import org.ops4j.pax.exam.spi.PaxExamRuntime;

/**
 * A bundle that publishes what the whiteboard knows, and no route: 404 for everybody. Pax Exam
 * smuggles it into our distribution.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RogueBundleIT {
  private static final Duration UP = Duration.ofSeconds(120);

  private final int port = freePort();
  private final Path data = Distribution.freshData("rogue");
  private final Path exam = Distribution.freshData("exam");
  private final PasserBy passerBy =
      new PasserBy("http://127.0.0.1:" + port, RogueBundle.OWN_PATHS, RogueBundle.MARK);
  private TestContainer container;

  @BeforeAll
  void start() throws Exception {
    container = PaxExamRuntime.createContainer(PaxExamRuntime.createServerSystem(options()));
    passerBy.start();
    container.start();
    try {
      Until.isTrue("ready", UP, () -> visitor().get("/health").body().strip().equals("ready"));
    } catch (AssertionError never) {
      // The container is gone with its log when somebody reads of this.
      throw new AssertionError(never.getMessage() + ", " + ContainerLog.trouble(log()), never);
    }
    Until.isTrue("the rogue bundle works", UP, () -> RogueBundle.announced(data));
  }

  @AfterAll
  void stop() {
    passerBy.close();
    container.stop();
  }

  @Test
  void nothingItPublishesIsReachedFromTheStreet() {
    assertNothingIsReached(visitor());
  }

  @Test
  void nothingItPublishesIsReachedByTheDirector() {
    assertNothingIsReached(People.director(visitor(), data));
  }

  /** The rogue bundle starts before the house does, and somebody knocked all the time. */
  @Test
  void nothingItPublishesWasReachedDuringTheStart() {
    Until.isTrue("somebody knocked", UP, () -> passerBy.heard().contains("404"));
    assertEquals(
        List.of(), passerBy.heard().stream().filter(heard -> heard.startsWith("reached")).toList());
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void theLogIsClean() throws IOException {
    Path log = log();
    // Without this, there could be no trouble in it because nothing is written there.
    assertTrue(Files.readString(log).contains("Opora is ready"));
    assertEquals(List.of(), ContainerLog.trouble(log));
  }

  private Path log() throws IOException {
    try (Stream<Path> files = Files.walk(exam)) {
      List<Path> logs = files.filter(file -> file.endsWith("karaf.log")).toList();
      assertEquals(1, logs.size(), logs.toString());
      return logs.get(0);
    }
  }

  private static void assertNothingIsReached(Visitor visitor) {
    for (String path : RogueBundle.PATHS) {
      Visitor.Answer answer = visitor.get(path);
      assertFalse(answer.body().contains(RogueBundle.MARK), "reached: " + path);
      if (RogueBundle.OWN_PATHS.contains(path)) {
        assertEquals(404, answer.status(), path);
      }
    }
  }

  private Visitor visitor() {
    return new Visitor("http://127.0.0.1:" + port);
  }

  private Option[] options() throws IOException {
    String karaf = System.getProperty("karaf.version");
    String repository = System.getProperty("opora.local.repository");
    List<Option> options = new ArrayList<>();
    options.add(
        karafDistributionConfiguration()
            .frameworkUrl(new File(System.getProperty("opora.distribution")).toURI().toString())
            .karafVersion(karaf)
            .name("Opora")
            .unpackDirectory(exam.toFile())
            .useDeployFolder(false)
            .runEmbedded(false));
    options.add(
        editConfigurationFilePut(
            "etc/system.properties", "org.osgi.service.http.port", Integer.toString(port)));
    options.add(editConfigurationFilePut("etc/system.properties", "opora.data", data.toString()));
    options.add(editConfigurationFilePut("etc/system.properties", "opora.keys", data + ".keys"));
    options.add(
        editConfigurationFilePut(
            "etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.localRepository", repository));
    options.add(
        editConfigurationFilePut(
            "etc/org.ops4j.pax.url.mvn.cfg",
            "org.ops4j.pax.url.mvn.defaultRepositories",
            "${karaf.home.uri}${karaf.default.repository}@id=system.repository@snapshots, file:"
                + repository
                + "@id=m2@snapshots"));
    options.add(bundle(RogueBundle.packed(data.getParent()).toUri().toString()));
    options.add(keepRuntimeFolder());
    options.add(logLevel(LogLevelOption.LogLevel.INFO));
    options.add(configureConsole().ignoreLocalConsole().ignoreRemoteShell());
    for (String option :
        List.of(
            "-Xmx384m",
            "-Djava.security.manager=allow",
            "--add-reads=java.xml=java.logging",
            "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
            "--patch-module",
            "java.base=lib/endorsed/org.apache.karaf.specs.locator-" + karaf + ".jar",
            "--patch-module",
            "java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + karaf + ".jar",
            "--add-opens",
            "java.base/java.security=ALL-UNNAMED",
            "--add-opens",
            "java.base/java.net=ALL-UNNAMED",
            "--add-opens",
            "java.base/java.lang=ALL-UNNAMED",
            "--add-opens",
            "java.base/java.util=ALL-UNNAMED",
            "--add-opens",
            "java.naming/javax.naming.spi=ALL-UNNAMED",
            "--add-opens",
            "java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.file=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED",
            "--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
            "-classpath",
            "lib/jdk9plus/*" + File.pathSeparator + "lib/boot/*")) {
      options.add(vmOption(option));
    }
    options.add(systemTimeout(UP.toMillis()));
    return options.toArray(Option[]::new);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
