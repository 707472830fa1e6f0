package org.opora.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.opora.driver.Cli;
import org.opora.driver.ContainerLog;
import org.opora.driver.People;
import org.opora.driver.Visitor;
import org.opora.itest.support.FreshClone;
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
  private static final String CONTACTS = "/m/supervised-contacts";
  private static final String ROOM = "Modrý pokoj";

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
      String contact = bookAContact(director);
      tell("contact booked");
      Duration all = since(begun);

      assertEquals(0, clone.interrupt(), "Ctrl-C is a clean end");
      begun = System.nanoTime();
      start(clone, port);
      Duration again = since(begun);
      tell("second start ready");
      assertEquals(200, director.get(contact).status(), "still signed in, the contact is there");
      assertEquals(0, clone.interrupt());
      assertEquals(
          List.of(), ContainerLog.trouble(clone.folder().resolve("opora-demo/run/log/karaf.log")));
      assertTrue(all.compareTo(ALL_OF_IT) < 0, "all of it took " + all);
      assertTrue(again.compareTo(SECOND_START) < 0, "the second start took " + again);
    }
  }

  /** Sign-in names and passwords, as they are printed when the product is ready. */
  private static Map<String, String> start(FreshClone clone, int port) throws IOException {
    clone.run("--demo", "empty", "--port", Integer.toString(port));
    List<String> printed = clone.readUntil(line -> line.contains("Ctrl+C"));
    assertTrue(
        printed.stream().anyMatch(line -> line.contains("http://127.0.0.1:" + port)),
        printed.toString());
    Map<String, String> accounts = new HashMap<>();
    printed.stream()
        .map(line -> line.split("\t"))
        .filter(columns -> columns.length > 2)
        .forEach(columns -> accounts.put(columns[0], columns[1]));
    return accounts;
  }

  private static void importTheSample(FreshClone clone) {
    String report = cli(clone).run("import", Register.SAMPLE.toString(), "--json").expectOk().out();
    assertEquals(
        Register.sample().size(),
        JsonParser.parseString(report).getAsJsonObject().get("created").getAsInt());
  }

  private static String bookAContact(Visitor director) {
    String rooms = CONTACTS + "/rooms";
    People.expect(director.submit(director.get(rooms).page(), rooms, Map.of("name", ROOM)), 303);
    String plan = plan(director);
    Document form = director.get(plan + "/book").page();
    Map<String, String> typed = new HashMap<>();
    typed.put("on", LocalDate.now().plusDays(1).toString());
    typed.put("from", "14:00");
    typed.put("to", "15:00");
    typed.put("room", option(form, "room", ROOM));
    typed.put("facilitator", option(form, "facilitator", "Říha"));
    String contact =
        People.expect(director.submit(form, plan + "/contacts", typed), 303).location();
    assertTrue(director.get(contact).body().contains(ROOM));
    return contact;
  }

  /** In the first file of the register with a child for whom a plan can be made. */
  private static String plan(Visitor director) {
    for (Element link : director.get("/files").page().select("main tr a[href^=/files/]")) {
      String file = link.attr("href");
      Document form = director.get(CONTACTS + file + "/plans/new").page();
      Element child = form.selectFirst("select[name=child] option[value~=.+]");
      if (child != null) {
        Map<String, String> typed = new HashMap<>();
        typed.put("child", child.attr("value"));
        typed.put("basisReference", "12 P 34/2026");
        typed.put("name1", "Lenka Slavíková");
        typed.put("kin1", "MOTHER");
        return People.expect(director.submit(form, CONTACTS + file + "/plans", typed), 303)
            .location();
      }
    }
    throw new AssertionError("no child of the register can have a plan");
  }

  private static String option(Document form, String field, String label) {
    return form.select("select[name=" + field + "] option").stream()
        .filter(option -> option.text().contains(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError(label + " is not offered as " + field))
        .attr("value");
  }

  private static Cli cli(FreshClone clone) {
    return Cli.of(clone.home(), clone.folder().resolve("opora-demo"));
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
