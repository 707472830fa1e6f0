package org.opora.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.opora.itest.support.AppliedScripts;
import org.opora.itest.support.Confinement;
import org.opora.itest.support.Elsewhere;
import org.opora.itest.support.Printed;
import org.opora.itest.support.Sockets;

/**
 * The script that starts the product: from any folder, for an ordinary user, without a network, and
 * with one door that opens to this computer only.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LaunchIT {
  private static final String DIRECTOR = "reditelka";
  private final Confinement confinement = Confinement.here();
  private final int port = freePort();
  private Elsewhere elsewhere;
  private Map<String, String> program;
  private String password;

  @BeforeAll
  void start() throws IOException {
    elsewhere = Elsewhere.unpack(confinement);
    program = Distribution.contents(elsewhere.home());
    elsewhere.start(
        List.of("--demo", "empty", "--port", Integer.toString(port)),
        // Somebody who would like to open it to the street from behind.
        "-Dorg.apache.felix.http.host=0.0.0.0");
    List<String> printed = elsewhere.readUntil(line -> line.contains("Ctrl+C"));
    assertTrue(
        printed.stream().anyMatch(line -> line.contains("http://127.0.0.1:" + port)),
        printed.toString());
    password = Printed.accounts(printed).get(DIRECTOR);
  }

  @AfterAll
  void stop() throws IOException {
    elsewhere.close();
  }

  @Test
  @Order(1)
  void itIsReadyAndTheDirectorSignsIn() throws IOException {
    JsonObject status = object(elsewhere.run("", "status", "--json"));
    assertTrue(status.get("ready").getAsBoolean(), status.toString());
    elsewhere.run(password + "\n", "login", "--name", DIRECTOR).expectOk();
    assertEquals("[]", elsewhere.run("", "duties", "--json").expectOk().out().strip());
  }

  /** A module comes out of the package, not from somewhere else. */
  @Test
  @Order(2)
  void aModuleIsInstalledFromTheInside() throws IOException {
    elsewhere.run("", "module", "install", "supervised-contacts").expectOk();
  }

  @Test
  @Order(3)
  void exactlyOneDoorIsOpenAndToThisComputerOnly() {
    assertEquals(Set.of("tcp 127.0.0.1:" + port), Sockets.openedBy(elsewhere.processes()));
  }

  @Test
  @Order(3)
  void itNeedsNoNetwork() throws IOException {
    assumeTrue(
        !confinement.offline().isEmpty(),
        "unshare may not take the network away here, so it ran with one");
    for (ProcessHandle process : elsewhere.processes().toList()) {
      List<String> interfaces =
          Files.readAllLines(Path.of("/proc/" + process.pid() + "/net/dev")).stream()
              .filter(line -> line.contains(":"))
              .map(line -> line.strip().replaceFirst(":.*", ""))
              .toList();
      assertEquals(List.of("lo"), interfaces);
    }
  }

  @Test
  @Order(3)
  void itNeedsNoAdministrator() {
    assumeTrue(confinement.ordinary(), "setpriv is not there, so it ran as the administrator");
    assertTrue(
        elsewhere
            .processes()
            .noneMatch(process -> Confinement.uid(Path.of("/proc/" + process.pid())) == 0));
  }

  @Test
  @Order(4)
  void theFolderOfTheProgramIsOnlyRead() {
    assertEquals(program, Distribution.contents(elsewhere.home()));
  }

  @Test
  @Order(5)
  void itStopsCleanly() {
    assertEquals(0, elsewhere.stop());
    assertFalse(Files.exists(elsewhere.data().resolve("server.pid")));
    assertEquals(List.of(), ContainerLog.trouble(elsewhere.data().resolve("run/log/karaf.log")));
  }

  /**
   * A script that a first start had to apply itself would stand there with a time of its own, as
   * those of the module do.
   */
  @Test
  @Order(6)
  void itBeganWithTheDatabaseThatCameWithIt() throws IOException {
    Map<String, List<String>> prepared =
        AppliedScripts.toPacked(
            elsewhere.home().resolve("database/empty.zip"), Distribution.freshData("prepared"));
    Map<String, List<String>> applied = AppliedScripts.to(elsewhere.data().resolve("db"));
    assertTrue(
        prepared.keySet().containsAll(Set.of("HOUSE", "ACCESS", "CASE_REGISTRY")),
        prepared.keySet().toString());
    assertNotNull(applied.remove("SUPERVISED_CONTACTS"), applied.keySet().toString());
    assertEquals(prepared, applied);
  }

  /** What it would do with such an address is not tried: it says no before it touches anything. */
  @Test
  @Order(6)
  void anotherAddressThanThisComputerIsRefused() throws Exception {
    for (List<String> typed :
        List.of(
            List.of("--host", "0.0.0.0"),
            List.of("--host=0.0.0.0"),
            List.of("--host", "::"),
            List.of("--host", "192.168.1.10"),
            List.of("--host", ""))) {
      Path data = Distribution.freshData("street");
      Cli.Result refused = server(Distribution.home(), data, typed);
      assertEquals(2, refused.code(), typed + refused.out());
      assertTrue(refused.err().contains("(TLS)"), typed + refused.err());
      assertEquals(1, refused.err().strip().lines().count(), refused.err());
      assertFalse(Files.exists(data), typed.toString());
    }
  }

  /** The container would follow its own settings rather than what the script tells it. */
  @Test
  @Order(7)
  void anotherAddressInTheSettingsOfTheContainerIsRefused() throws Exception {
    for (String settings : List.of("org.apache.felix.http.cfg", "custom.properties")) {
      elsewhere.configure(settings, "org.apache.felix.http.host = 0.0.0.0");
      Path data = Distribution.freshData("street");
      Cli.Result refused = server(elsewhere.home(), data, List.of());
      assertEquals(2, refused.code(), refused.out());
      assertTrue(refused.err().contains(settings), refused.err());
      assertTrue(refused.err().contains("(TLS)"), refused.err());
      assertFalse(Files.exists(data), settings);
      elsewhere.configure(settings, "");
    }
  }

  private static Cli.Result server(Path home, Path data, List<String> typed) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/opora-server").toString());
    command.addAll(List.of("--data", data.toString()));
    command.addAll(typed);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("OPORA_LANG", "en");
    Process process = builder.start();
    String err = new String(process.getErrorStream().readAllBytes());
    String out = new String(process.getInputStream().readAllBytes());
    return new Cli.Result(process.waitFor(), out, err);
  }

  private static JsonObject object(Cli.Result result) {
    return JsonParser.parseString(result.expectOk().out()).getAsJsonObject();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
