package org.opora.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.opora.driver.Cli;
import org.opora.driver.ContainerLog;
import org.opora.driver.Visitor;
import org.opora.itest.support.Bookings;
import org.opora.itest.support.FreshClone;
import org.opora.itest.support.Printed;
import org.opora.itest.support.Register;

/**
 * A stranger with nothing but the repository: {@code ./run.sh --demo empty}, signs in, takes a
 * register over, installs a module and books a contact. The build is in the time, what it downloads
 * on a new machine is not.
 */
@EnabledIfSystemProperty(named = "opora.campaign", matches = "true")
class FreshCloneIT {
  private static final Duration ALL_OF_IT = Duration.ofMinutes(10);
  private static final Duration SECOND_START = Duration.ofSeconds(10);

  private long begun;

  @Test
  void aContactIsBookedWithinTenMinutesAndTheSecondStartIsQuick() throws IOException {
    int port = freePort();
    begun = System.nanoTime();
    try (FreshClone clone = FreshClone.make()) {
      tell("cloned");
      Map<String, String> accounts = start(clone, port);
      tell("built and ready");
      Visitor director = visitor(port).signIn("reditelka", accounts.get("reditelka"));
      tell("signed in");
      importTheSample(clone);
      tell("register taken over");
      cli(clone).run("module", "install", "supervised-contacts").expectOk();
      String contact = Bookings.book(director, "Říha");
      tell("contact booked");
      Duration all = since(begun);

      assertEquals(0, clone.interrupt(), "Ctrl-C is a clean end");
      begun = System.nanoTime();
      start(clone, port, "--data", clone.folder().resolve("opora-demo-empty").toString());
      Duration again = since(begun);
      tell("second start ready");
      assertTrue(
          director.get(contact).body().contains(Bookings.ROOM),
          "still signed in, the contact is there");
      assertEquals(0, clone.interrupt());
      assertEquals(
          List.of(),
          ContainerLog.trouble(clone.folder().resolve("opora-demo-empty/run/log/karaf.log")));
      assertTrue(all.compareTo(ALL_OF_IT) < 0, "all of it took " + all);
      assertTrue(again.compareTo(SECOND_START) < 0, "the second start took " + again);
    }
  }

  /** Sign-in names and passwords, as they are printed when the product is ready. */
  private static Map<String, String> start(FreshClone clone, int port, String... more)
      throws IOException {
    List<String> options = new ArrayList<>(List.of("--demo", "empty", "--port", port + ""));
    options.addAll(List.of(more));
    clone.run(options.toArray(String[]::new));
    List<String> printed = clone.readUntil(line -> line.contains("Ctrl+C"));
    assertTrue(
        printed.stream().anyMatch(line -> line.contains("http://127.0.0.1:" + port)),
        printed.toString());
    return Printed.accounts(printed);
  }

  private static void importTheSample(FreshClone clone) {
    String report = cli(clone).run("import", Register.SAMPLE.toString(), "--json").expectOk().out();
    assertEquals(
        Register.sample().size(),
        JsonParser.parseString(report).getAsJsonObject().get("created").getAsInt());
  }

  private static Cli cli(FreshClone clone) {
    return Cli.of(clone.home(), clone.folder().resolve("opora-demo-empty"));
  }

  private static Visitor visitor(int port) {
    return new Visitor("http://127.0.0.1:" + port);
  }

  private void tell(String what) {
    System.out.printf("fresh clone: %-20s %6.1f s%n", what, since(begun).toMillis() / 1000.0);
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
